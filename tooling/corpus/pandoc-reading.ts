/** What pandoc reads in a manuscript: the words of its syntax tree in order, notes last, and its parts. */
import { spawnSync } from 'node:child_process'
import type { Parts } from './parts.ts'
import { split } from './parts.ts'

export interface Reading {
  readonly words: readonly string[]
  readonly parts: Parts
}

/** Undefined where there is no pandoc, or where it refuses the text. */
export function pandocReading(source: string): Reading | undefined {
  const { status, stdout } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'json'], {
    input: source,
    maxBuffer: 1 << 28,
  })
  if (status !== 0) return undefined
  const tree: unknown = JSON.parse(stdout.toString())
  const parts = { citations: 0, figures: 0, tables: 0, equations: 0, formulas: 0, notes: 0 }
  const notes: string[] = []
  const all: readonly unknown[] = isRecord(tree) && Array.isArray(tree.blocks) ? tree.blocks : []
  const text = textOf(withoutReferences(all), { parts, notes })
  return { words: split([text, ...notes].join(' ')), parts }
}

/** The heading under which a reference list would stand is none of the text. */
function withoutReferences(blocks: readonly unknown[]): readonly unknown[] {
  const last = blocks.at(-1)
  if (!isRecord(last)) return blocks
  const words = textOf(last, {
    parts: { citations: 0, figures: 0, tables: 0, equations: 0, formulas: 0, notes: 0 },
    notes: [],
  })
  const isEmpty = last.t === 'Div' && words.trim() === ''
  if (isEmpty) return withoutReferences(blocks.slice(0, -1))
  const isHeading = last.t === 'Header' && /^\s*(references|bibliography)\W*$/i.test(words)
  return isHeading ? blocks.slice(0, -1) : blocks
}

interface Found {
  readonly parts: { -readonly [Key in keyof Parts]: Parts[Key] }
  readonly notes: string[]
}

const spaces: ReadonlySet<unknown> = new Set(['Space', 'SoftBreak', 'LineBreak'])
/** What stands on its own, so that its words do not run into those beside it. */
const blocks: ReadonlySet<unknown> = new Set(['Para', 'Plain', 'Header', 'CodeBlock', 'Table', 'LineBlock'])

/** Elements are `{t: type, c: content}` (pandoc-types, Text.Pandoc.Definition). */
function textOf(node: unknown, found: Found): string {
  if (Array.isArray(node)) return node.map(one => textOf(one, found)).join('')
  if (!isRecord(node)) return ''
  const { t: type, c: content } = node
  if (spaces.has(type)) return ' '
  const list: readonly unknown[] = Array.isArray(content) ? content : []
  switch (type) {
    case 'Str':
      return String(content)
    case 'Cite':
      found.parts.citations += 1
      return ' '
    case 'Math':
      found.parts[isRecord(list[0]) && list[0].t === 'DisplayMath' ? 'equations' : 'formulas'] += 1
      return ' '
    case 'RawInline':
    case 'RawBlock':
      return ' '
    case 'Code':
      return String(list[1])
    case 'CodeBlock':
      return ` ${list[1]} `
    case 'Image':
      found.parts.figures += 1
      return textOf(list[1], found)
    case 'Note':
      found.parts.notes += 1
      found.notes.push(textOf(content, { ...found, notes: [] }))
      return ''
    case 'Table':
      found.parts.tables += 1
      break
  }
  const inner = textOf(content, found)
  return blocks.has(type) || isBlockList(type) ? ` ${inner} ` : inner
}

function isBlockList(type: unknown): boolean {
  return typeof type === 'string' && /List$|Quote$|^Div$/.test(type)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
