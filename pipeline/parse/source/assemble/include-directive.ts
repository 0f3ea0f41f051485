/**
 * Recognises lines that include another file, in the syntax of each tool:
 *
 *     {{< include _methods.qmd >}}      Quarto
 *     ```{include} methods.md           MyST, with options, with backticks or colons; `literalinclude`
 *     ```
 *     ```{csv-table} Caption            MyST: the values of a table
 *     :file: values.csv
 *     ```
 *     ```{r, child='methods.Rmd'}       R Markdown
 *     ```
 */
import { isRecord } from '../../../values/record.ts'
import { readYaml } from '../../../values/yaml-source.ts'
import { cellHeader } from '../cell-options.ts'

export interface Include {
  readonly paths: readonly string[]
  /** How many lines of the including file the include occupies. */
  readonly height: number
  /** The text before the include on its line: indentation, marks of quotes and lists. */
  readonly prefix: string
  /** True if the file is shown as code. */
  readonly isLiteral: boolean
  /** The lines before and after the file, if it is the body of a directive. */
  readonly frame?: { readonly before: readonly string[]; readonly after: readonly string[] }
  /** The options under their MyST names: `start-line`, `lang`, `caption`, … */
  readonly options: Readonly<Record<string, string>>
}

const prefix = String.raw`(?<prefix>(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*)`
const shortcode = new RegExp(
  `^${prefix}\\{\\{<\\s*include\\s+(?<path>"[^"]*"|'[^']*'|[^\\s>]+)\\s*>\\}\\}\\s*$`,
)
const directive = new RegExp(
  `^${prefix}(?<fence>\`{3,}|~{3,}|:{3,})\\s*\\{(?<name>include|literalinclude)(?<inline>\\s[^{}]*)?\\}\\s+(?<path>\\S.*?)\\s*$`,
)
const dataTable = new RegExp(`^${prefix}(?<fence>\`{3,}|~{3,}|:{3,})\\s*\\{csv-table(?:\\s[^{}]*)?\\}.*$`)
const cell = new RegExp(`^${prefix}(?<fence>\`{3,}|~{3,})\\s*\\{(?<info>r\\b.*)\\}\\s*$`, 'i')

/** The include that begins on line `index`; undefined if there is none. */
export function includeAt(lines: readonly string[], index: number): Include | undefined {
  const line = lines[index] ?? ''
  return shortcodeOf(line) ?? directiveOf(lines, index) ?? dataTableOf(lines, index) ?? childOf(lines, index)
}

export function shortcodeOf(line: string): Include | undefined {
  const { path, prefix = '' } = shortcode.exec(line)?.groups ?? {}
  if (path === undefined) return undefined
  return { paths: [path.replace(/^["']|["']$/g, '')], height: 1, prefix, isLiteral: false, options: {} }
}

function directiveOf(lines: readonly string[], index: number): Include | undefined {
  const { prefix = '', fence, name, inline = '', path } = directive.exec(lines[index] ?? '')?.groups ?? {}
  if (fence === undefined || path === undefined) return undefined
  const inner = linesWithin(lines, index, fence)
  // A directive that contains text is not replaced: the author's words must not get lost.
  if (!inner || !isOptionsOnly(inner)) return undefined
  const options = { ...inlineOptions(inline), ...directiveOptions(inner) }
  const isLiteral = name === 'literalinclude' || (options.literal ?? 'false') !== 'false' || 'lang' in options
  return { paths: [path], height: inner.length + 2, prefix, isLiteral, options }
}

/** A table whose values are in a file. */
function dataTableOf(lines: readonly string[], index: number): Include | undefined {
  const line = lines[index] ?? ''
  const { prefix = '', fence } = dataTable.exec(line)?.groups ?? {}
  const inner = fence === undefined ? undefined : linesWithin(lines, index, fence)
  if (fence === undefined || !inner || !isOptionsOnly(inner)) return undefined
  const { file, ...options } = directiveOptions(inner)
  if (file === undefined) return undefined
  const kept = Object.entries(options).map(([key, value]) => `:${key}: ${value}`)
  const frame = { before: [line.slice(prefix.length), ...kept, ''], after: [fence] }
  return { paths: [file], height: inner.length + 2, prefix, isLiteral: true, options: {}, frame }
}

/** MyST's options in the braces: `{literalinclude #id .class}`. */
function inlineOptions(text: string): Readonly<Record<string, string>> {
  const id = /#([^\s#.]+)/.exec(text)?.[1]
  const classes = [...text.matchAll(/(?:^|\s)\.([^\s#.]+)/g)].map(([, name]) => name)
  return { ...(id !== undefined && { label: id }), ...(classes.length > 0 && { class: classes.join(' ') }) }
}

/** A cell with the option `child` and no code. */
function childOf(lines: readonly string[], index: number): Include | undefined {
  const { prefix = '', fence, info } = cell.exec(lines[index] ?? '')?.groups ?? {}
  if (fence === undefined || info === undefined) return undefined
  const inner = linesWithin(lines, index, fence)
  if (!inner || inner.some(line => !/^\s*(?:#\|.*)?$/.test(line))) return undefined
  const { options } = cellHeader(info, inner.join('\n'))
  const paths = [options.child ?? []].flat().map(String)
  if (paths.length === 0 || options.eval === false) return undefined
  return { paths, height: inner.length + 2, prefix, isLiteral: false, options: {} }
}

/** The lines between a fence and its end; undefined if the fence is not closed. */
function linesWithin(lines: readonly string[], index: number, fence: string): readonly string[] | undefined {
  const mark = fence.charAt(0)
  const closing = new RegExp(`^[\\s>]*\\${mark}{${fence.length},}\\s*$`)
  const end = lines.findIndex((line, at) => at > index && closing.test(line))
  return end < 0 ? undefined : lines.slice(index + 1, end)
}

function isOptionsOnly(lines: readonly string[]): boolean {
  const texts = lines.map(line => line.replace(/^[\s>]*/, ''))
  const end = texts[0] === '---' ? texts.indexOf('---', 1) : 0
  return texts.slice(end + (end > 0 ? 1 : 0)).every(text => text === '' || /^:[\w-]+:/.test(text))
}

/** The options of a directive, from lines of `:key: value` or YAML between two lines of `---`. */
function directiveOptions(lines: readonly string[]): Readonly<Record<string, string>> {
  const texts = lines.map(line => line.replace(/^[\s>]*/, ''))
  if (texts[0] === '---') {
    const end = texts.indexOf('---', 1)
    const inner = texts.slice(1, end < 0 ? undefined : end)
    const { value } = readYaml(inner.join('\n'), { line: 1, column: 1 })
    if (!isRecord(value)) return pairsOf(inner)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]))
  }
  return pairsOf(texts.filter(text => text.startsWith(':')))
}

/** Lines of `:key: value` or `key: value`. */
function pairsOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const pairs = lines.flatMap(line => {
    const [, key, value = ''] = /^:?([\w-]+):\s*(|\S|\S.*\S)\s*$/.exec(line) ?? []
    return key === undefined ? [] : [[key, value.replace(/^(["'])(.*)\1$/, '$2')]]
  })
  return Object.fromEntries(pairs)
}
