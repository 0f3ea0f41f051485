/**
 * The text of a part without its front matter. What the front matter says is either the title of the part,
 * which becomes a heading, or is reported: only the article's own is read.
 */
import type { VFile } from 'vfile'
import { report } from '../../../model/diagnostics.ts'
import { readYaml, type YamlSource } from '../../../values/yaml-source.ts'
import { type Line, linesOf } from './lines.ts'
import { textState } from './text-state.ts'

export interface PartOptions {
  /** The title becomes a heading, and the part's own headings stand below it. */
  readonly hasHeading: boolean
}

/** Keys of a part that speak of its own page on a web site, or of how it is computed. */
const silent: ReadonlySet<string> = new Set([
  ...[
    'format',
    'output',
    'jupyter',
    'kernelspec',
    'jupytext',
    'engine',
    'execute',
    'editor',
    'label',
    'name',
  ],
  ...['numbering', 'short_title', 'exports', 'downloads', 'thumbnail', 'banner', 'description', 'site'],
])

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
  if (typeof values !== 'object' || values === null) return body
  const entries = Object.entries(values)
  const title = hasHeading ? entries.find(([key]) => key === 'title')?.[1] : undefined
  const isTitle = typeof title === 'string' && title.trim() !== ''
  const lost = entries.map(([key]) => key).filter(key => !silent.has(key) && !(isTitle && key === 'title'))
  if (lost.length > 0) reportLost(file, lost, source)
  if (!isTitle) return body
  const line = source.placeOf(['title'])?.start.line ?? 1
  const heading = { text: `# ${title.replace(/\s+/g, ' ').trim()}`, file, line, shift: 2 }
  return [heading, { ...heading, text: '' }, ...lowerHeadings(body)]
}

/** True where the file begins with front matter that says nothing but its title. */
export function saysOnlyTitle(file: VFile): boolean {
  const lines = linesOf(file)
  const end = frontMatterEnd(lines)
  if (end === undefined) return false
  const text = lines.slice(1, end).map(line => line.text)
  const keys = text.flatMap(line => /^([\w-]+)\s*:/.exec(line)?.[1] ?? [])
  return keys.includes('title') && keys.every(key => key === 'title' || silent.has(key))
}

/** The index of the line that ends it. */
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

/** `# Methods` → `## Methods`, where the part has headings of the first level. */
function lowerHeadings(lines: readonly Line[]): readonly Line[] {
  const state = textState()
  const isText = lines.map(({ text }) => state.step(text) === 'text')
  if (!lines.some(({ text }, index) => isText[index] && /^#\s/.test(text))) return lines
  return lines.map((line, index) =>
    isText[index] && /^#{1,5}\s/.test(line.text) ? { ...line, text: `#${line.text}`, shift: 1 } : line,
  )
}
