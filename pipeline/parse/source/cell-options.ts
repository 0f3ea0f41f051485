/**
 * A code cell's language, label and options, from the head of its fence (knitr's `{r label, fig.cap="…"}`)
 * and from its first comments (`#| fig-cap: …`). Option names are returned in Quarto's spelling: `fig.cap` →
 * `fig-cap`.
 */
import { readYaml } from '../../values/yaml-source.ts'

export type OptionValue = string | number | boolean | readonly OptionValue[]

export interface CellHeader {
  /** The name of the language in lower case. */
  readonly language: string
  readonly label: string | undefined
  readonly options: Readonly<Record<string, OptionValue>>
  /** How many lines at the beginning of the code are options. */
  readonly optionLines: number
}

/** A line with an option, after one of the comment marks `#|`, `//|`, `--|`, `%%|`. */
const optionLine = /^\s*(?:#|\/\/|--|%%?)\s?\|\s?(.*)$/

/**
 * The language, label and options of a code cell. `info`: the text between the braces, `r label, echo=FALSE`.
 */
export function cellHeader(info: string, code: string): CellHeader {
  const [, language = '', rest = ''] = /^\s*([\w+.-]+)\s*,?\s*([\s\S]*)$/.exec(info) ?? []
  const head = headOptions(rest)
  const lines = code.split('\n')
  const end = lines.findIndex(line => !optionLine.test(line))
  const optionLines = end < 0 ? lines.length : end
  const commented = commentOptions(lines.slice(0, optionLines).map(line => optionLine.exec(line)?.[1] ?? ''))
  const options = { ...head.options, ...commented }
  const label = typeof options.label === 'string' ? options.label : head.label
  return { language: language.toLowerCase(), label, options, optionLines: code === '' ? 0 : optionLines }
}

/**
 * The options in the head of a cell, such as `label, echo=FALSE, fig.cap="A, b"`. The item without a name is
 * the label.
 */
function headOptions(text: string): Pick<CellHeader, 'label' | 'options'> {
  const options = new Map<string, OptionValue>()
  let label: string | undefined
  for (const part of splitAtCommas(text)) {
    const [, key, value = ''] = /^\s*([\w.-]+)\s*=\s*([\s\S]*?)\s*$/.exec(part) ?? []
    if (key !== undefined) options.set(optionName(key), valueOfR(value))
    else if (part.trim() !== '') label ??= part.trim().replace(/^(["'])(.*)\1$/, '$2')
  }
  return { label, options: Object.fromEntries(options) }
}

/** Options in comments: YAML, or in older knitr the syntax of the head. */
function commentOptions(lines: readonly string[]): Readonly<Record<string, OptionValue>> {
  const text = lines.join('\n')
  if (/^\s*[\w.]+\s*=/.test(text)) return headOptions(lines.join(' ')).options
  const { value } = readYaml(text, { line: 1, column: 1 })
  if (typeof value !== 'object' || value === null) return {}
  const entries = Object.entries(value).map(([key, item]) => [optionName(key), optionValue(item)] as const)
  return Object.fromEntries(entries)
}

function optionName(key: string): string {
  return key.replaceAll('.', '-').replace(/^tab-cap$/, 'tbl-cap')
}

function optionValue(item: unknown): OptionValue {
  if (Array.isArray(item)) return item.map(optionValue)
  if (typeof item === 'number' || typeof item === 'boolean') return item
  if (typeof item === 'object' && item !== null) {
    // `!expr …` and maps have no value without running R; keep their source.
    return JSON.stringify(item)
  }
  return String(item ?? '')
}

/** The value of an R literal; other R code is returned as written. */
function valueOfR(source: string): OptionValue {
  if (/^(TRUE|T)$/.test(source)) return true
  if (/^(FALSE|F)$/.test(source)) return false
  if (/^-?\d+(\.\d+)?$/.test(source)) return Number(source)
  const list = /^(?:c|list)\(([\s\S]*)\)$/.exec(source)
  if (list) return splitAtCommas(list[1] ?? '').map(part => valueOfR(part.trim()))
  return textOfR(source) ?? source
}

/** `"a\\b"` → `a\b`; undefined if the source is not an R string. */
export function textOfR(source: string): string | undefined {
  const raw = /^[rR](["'])-*\(([\s\S]*)\)-*\1$/.exec(source)
  if (raw) return raw[2]
  const quoted = /^(["'])((?:\\[\s\S]|(?!\1)[^\\])*)\1$/.exec(source)
  const marks: Readonly<Record<string, string>> = { n: '\n', t: '\t' }
  return quoted?.[2]?.replace(/\\([\s\S])/g, (_, mark: string) => marks[mark] ?? mark)
}

/** Splits at commas outside of strings and brackets. */
export function splitAtCommas(text: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [piece] of text.matchAll(/"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|[\s\S]/g)) {
    if (/^[([{]$/.test(piece)) depth++
    else if (/^[)\]}]$/.test(piece)) depth--
    if (piece === ',' && depth === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${piece}`)
  }
  return parts
}
