/**
 * pandoc's metadata outside of the YAML at the head of a text: the title block (`% Title`,
 * `% Author; Author`, `% Date`) and later blocks of YAML. For the Markdown parser their lines are replaced by
 * spaces, so that all other positions stay the same.
 */
import { isRecord } from '../../values/record.ts'
import { readYaml } from '../../values/yaml-source.ts'
import { textState } from './assemble/text-state.ts'
import { findFrontMatter } from './front-matter-region.ts'

export interface TitleField {
  readonly key: 'title' | 'author' | 'date'
  /** One value per author; a title or date on several lines is one value. */
  readonly values: readonly { readonly text: string; readonly line: number }[]
}

interface MetadataBlocks {
  /** The fields of the title block. */
  readonly fields: readonly TitleField[]
  /** Blocks of YAML after the front matter: their text, and its first line in the file. */
  readonly later: readonly { readonly text: string; readonly line: number }[]
  /** The text with all these blocks replaced by spaces, of the same length. */
  readonly rest: string
}

const keys = ['title', 'author', 'date'] as const

export function findMetadataBlocks(text: string): MetadataBlocks {
  const lines = text.split('\n')
  const { fields, length } = titleBlock(lines)
  for (let index = 0; index < length; index++) lines[index] = blank(lines[index] ?? '')
  const region = findFrontMatter(lines.join('\n'))
  const later = laterBlocks(lines, region ? frontMatterEnd(lines, region.start.line - 1) : length)
  for (const { line, count } of later) {
    // Blank the block and its two marks.
    for (let index = line - 2; index < line + count; index++) lines[index] = blank(lines[index] ?? '')
  }
  return { fields, later: later.map(({ text, line }) => ({ text, line })), rest: lines.join('\n') }
}

function blank(line: string): string {
  return line.replace(/[^\r]/g, ' ')
}

/**
 * The fields of a title block: up to three, of which some can be empty. A field begins with `%` and continues
 * on indented lines.
 */
function titleBlock(lines: readonly string[]): { fields: TitleField[]; length: number } {
  const groups: { text: string; line: number }[][] = []
  let length = 0
  for (const raw of lines) {
    const line = raw.trimEnd()
    const entry = { text: line.replace(/^%/, '').trim(), line: length + 1 }
    if (/^%(?:\s|$)/.test(line) && groups.length < keys.length) groups.push([entry])
    else if (/^\s+\S/.test(line) && groups.length > 0) groups.at(-1)?.push(entry)
    else break
    length++
  }
  const next = lines.slice(length).find(line => line.trim() !== '') ?? ''
  const isApart = (lines[length] ?? '').trim() === '' || next.startsWith('---')
  // A single `%` line above a Markdown title is a comment of MyST.
  const isComment = groups.length === 1 && /^#\s/.test(next)
  if (!isApart || isComment || !groups[0]?.some(({ text }) => text !== '')) return { fields: [], length: 0 }
  const fields = groups.map((group, index): TitleField => {
    const key = keys[index] ?? 'date'
    if (key !== 'author') {
      return { key, values: [{ text: group.map(({ text }) => text).join(' '), line: group[0]?.line ?? 1 }] }
    }
    const values = group.flatMap(({ text, line }) =>
      text.split(/\s*;\s*/).map(author => ({ text: author.trim(), line })),
    )
    return { key, values }
  })
  const filled = fields.map(field => ({ ...field, values: field.values.filter(({ text }) => text !== '') }))
  return { fields: filled.filter(({ values }) => values.length > 0), length }
}

/** Index of the line after the closing mark. */
function frontMatterEnd(lines: readonly string[], start: number): number {
  return endOf(lines, start) + 1
}

function endOf(lines: readonly string[], start: number): number {
  const end = lines.findIndex((line, index) => index > start && /^(?:---|\.\.\.)\s*$/.test(line))
  return end < 0 ? lines.length : end
}

interface LaterBlock {
  readonly text: string
  readonly line: number
  readonly count: number
}

/**
 * YAML blocks after line `from`: `---` after a blank line, a key on the next line, and a valid map up to the
 * end mark. Any other `---` is a thematic break or underlines a heading.
 */
function laterBlocks(lines: readonly string[], from: number): LaterBlock[] {
  const blocks: LaterBlock[] = []
  const state = textState()
  for (let index = from; index < lines.length; index++) {
    const isText = state.step(lines[index] ?? '') === 'text'
    const isOpen = isText && /^---\s*$/.test(lines[index] ?? '') && (lines[index - 1] ?? '').trim() === ''
    if (!isOpen || !/^["']?[\w-]+["']?\s*:(?:\s|$)/.test(lines[index + 1] ?? '')) continue
    const end = endOf(lines, index)
    const inner = lines.slice(index + 1, end)
    if (end === lines.length || !isMap(inner.join('\n'))) continue
    blocks.push({ text: inner.join('\n'), line: index + 2, count: inner.length + 1 })
    index = end
  }
  return blocks
}

function isMap(text: string): boolean {
  const { value, errors } = readYaml(text, { line: 1, column: 1 })
  return errors.length === 0 && isRecord(value)
}
