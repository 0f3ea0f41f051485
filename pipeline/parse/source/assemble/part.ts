/**
 * The text of a part without its front matter. The part's title becomes a heading; other keys are reported,
 * as only the front matter of the article itself is read.
 */
import type { VFile } from 'vfile'
import { report } from '../../../model/diagnostics.ts'
import { isRecord } from '../../../values/record.ts'
import { readYaml, type YamlSource } from '../../../values/yaml-source.ts'
import { type Line, linesOf } from './lines.ts'
import { textState } from './text-state.ts'

interface PartOptions {
  /** True if the part's title becomes a heading. The headings in the part are then one level lower. */
  readonly hasHeading: boolean
}

/** Keys that are not reported: they describe the part's page on a web site, or how the part is computed. */
const silentKeys: ReadonlySet<string> = new Set(
  (
    'format output jupyter kernelspec jupytext engine execute editor label name ' +
    'numbering short_title exports downloads thumbnail banner description site'
  ).split(' '),
)

export function partLines(file: VFile, { hasHeading }: PartOptions): readonly Line[] {
  const lines = linesOf(file)
  const end = frontMatterEnd(lines)
  if (end === undefined) return lines
  const source = readYaml(
    lines
      .slice(1, end)
      .map(({ text }) => text)
      .join('\n'),
    { line: 2, column: 1 },
  )
  const body = lines.slice(end + 1)
  const values = source.value
  if (!isRecord(values)) return body
  const entries = Object.entries(values)
  const title = hasHeading ? entries.find(([key]) => key === 'title')?.[1] : undefined
  const isTitle = typeof title === 'string' && title.trim() !== ''
  const lost = entries
    .map(([key]) => key)
    .filter(key => !silentKeys.has(key) && !(isTitle && key === 'title'))
  if (lost.length > 0) reportLost(file, lost, source)
  if (!isTitle) return body
  const line = source.placeOf(['title'])?.start.line ?? 1
  const heading = { text: `# ${title.replace(/\s+/g, ' ').trim()}`, file, line, shift: 2 }
  return [heading, { ...heading, text: '' }, ...lowerHeadings(body)]
}

/** True if the file begins with front matter that holds only a title and keys that are not reported. */
export function saysOnlyTitle(file: VFile): boolean {
  const lines = linesOf(file)
  const end = frontMatterEnd(lines)
  if (end === undefined) return false
  const text = lines.slice(1, end).map(line => line.text)
  const keys = text.flatMap(line => /^([\w-]+)\s*:/.exec(line)?.[1] ?? [])
  return keys.includes('title') && keys.every(key => key === 'title' || silentKeys.has(key))
}

/** The index of the line that closes the front matter; undefined if there is none. */
function frontMatterEnd(lines: readonly Line[]): number | undefined {
  if (lines[0]?.text.trimEnd() !== '---') return undefined
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(text))
  return end < 0 ? undefined : end
}

function reportLost(file: VFile, keys: readonly string[], source: YamlSource): void {
  const names = keys.map(key => `\`${key}\``).join(', ')
  report(file, 'include-front-matter', {
    reason: `Unexpected ${names} in the front matter of a part, expected text only`,
    place: source.placeOfKey([], keys[0] ?? ''),
    note: 'It is not read. Only the front matter of the article itself is.',
  })
}

/** Lowers all headings by one level if any is of the first level: `# Methods` → `## Methods`. */
function lowerHeadings(lines: readonly Line[]): readonly Line[] {
  const state = textState()
  const isText = lines.map(({ text }) => state.step(text) === 'text')
  if (!lines.some(({ text }, index) => isText[index] && /^#\s/.test(text))) return lines
  return lines.map((line, index) =>
    isText[index] && /^#{1,5}\s/.test(line.text) ? { ...line, text: `#${line.text}`, shift: 1 } : line,
  )
}
