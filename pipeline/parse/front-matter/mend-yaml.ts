/**
 * YAML with mistakes → YAML that can be parsed, with the same lines. Tabs before a key become spaces, a value
 * that YAML would misread gets quotation marks, and HTML comments are removed. If nothing helps, the
 * top-level key around the mistake is left out; the other keys stay.
 */
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml'
import { report } from '../../model/diagnostics.ts'

interface ParsedYaml {
  readonly document: Document
  readonly lines: LineCounter
}

/** Rounds of mending. No front matter has that many mistakes. */
const MOST_ROUNDS = 500
/** Characters that are parsed again and again in mending. */
const MOST_PARSED = 1e6

export function mendYaml(file: VFile, source: string, start: Point): ParsedYaml {
  let text = blankComments(source)
  // Each round mends or leaves out one place.
  const rounds = Math.min(MOST_ROUNDS, Math.max(10, MOST_PARSED / text.length))
  for (let round = 0; round < rounds; round++) {
    const parsed = parse(text)
    const error = parsed.document.errors[0]
    if (!error) return parsed
    const { line, col } = parsed.lines.linePos(error.pos[0])
    const mended = mend(text, line - 1, error)
    report(file, 'front-matter-broken', {
      reason: reasonOf(error, text.split('\n')[mended.line] ?? ''),
      place: {
        line: (mended.isLeftOut ? line : mended.line + 1) + start.line - 1,
        column: mended.isLeftOut ? col : mended.column,
      },
      note: mended.note,
    })
    text = mended.text
  }
  report(file, 'front-matter-broken', {
    reason: 'Unexpected number of mistakes in the front matter',
    place: start,
    note: 'All of it is left out of the article until the mistakes above are mended.',
  })
  return parse('')
}

function parse(text: string): ParsedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  return { document, lines }
}

/** Blanks each `<!-- … -->` that begins a line. There it lies between keys; inside a text it is indented. */
function blankComments(text: string): string {
  return text.replace(/^<!--[\s\S]*?-->[ \t]*$/gm, comment => comment.replace(/[^\n]/g, ''))
}

interface Mended {
  readonly text: string
  /** Index of the mended line, from 0. */
  readonly line: number
  readonly column: number
  readonly isLeftOut: boolean
  readonly note: string
}

function mend(text: string, errorLine: number, error: YAMLError): Mended {
  const lines = text.split('\n')
  const tabbed = lines.findIndex(line => /^ *\t/.test(line))
  if (tabbed >= 0) {
    return {
      text: withoutTabs(lines),
      line: tabbed,
      column: (lines[tabbed] ?? '').indexOf('\t') + 1,
      isLeftOut: false,
      note: 'YAML allows only spaces as indentation. The tabs are read as spaces here; other tools stop at them.',
    }
  }
  const isQuoteMissing = /quote/.test(error.message)
  const unclosed = isQuoteMissing
    ? lines.findIndex((line, at) => at <= errorLine && isUnclosed(line) && !closesLater(lines, at))
    : -1
  if (unclosed >= 0) {
    const line = lines[unclosed] ?? ''
    return {
      text: lines.with(unclosed, `${line.trimEnd()}${/:\s+(["'])/.exec(line)?.[1] ?? ''}`).join('\n'),
      line: unclosed,
      column: line.length + 1,
      isLeftOut: false,
      note: 'Put a quotation mark at the end of the value. It is read as if the mark were there.',
    }
  }
  const open = /^Flow (sequence|map)/.test(error.message)
    ? lines.findIndex((line, at) => at <= errorLine && isOpenList(lines, at, line))
    : -1
  if (open >= 0) {
    const line = (lines[open] ?? '').trimEnd()
    const bracket = /:\s+\[/.test(line) ? ']' : '}'
    return {
      text: lines.with(open, `${line}${bracket}`).join('\n'),
      line: open,
      column: line.length + 1,
      isLeftOut: false,
      note: `Close the list with \`${bracket}\`. It is read as if the bracket were there.`,
    }
  }
  // The parser may notice the mistake only on the next line.
  for (const line of [errorLine, errorLine - 1]) {
    const quoted = quote(lines[line] ?? '')
    if (quoted !== undefined && !parse(quoted.trimStart()).document.errors.length) {
      return {
        text: lines.with(line, quoted).join('\n'),
        line,
        column: /:\s+/.exec(quoted)?.index ?? 1,
        isLeftOut: false,
        note: `Put the value into quotation marks: \`${shortened(quoted.trim())}\`. It is read as if they were there.`,
      }
    }
  }
  const [first, last] = blockAround(lines, errorLine)
  const key = /^[\w-]+/.exec(lines[first] ?? '')?.[0]
  return {
    text: lines.map((line, index) => (index >= first && index <= last ? '' : line)).join('\n'),
    line: errorLine,
    column: 1,
    isLeftOut: true,
    note:
      key === undefined ? 'It is left out.' : `\`${key}\` is left out of the article until this is mended.`,
  }
}

/** Replaces tabs by spaces. Tries several tab widths and takes the first that makes valid YAML. */
function withoutTabs(lines: readonly string[]): string {
  const widths = [2, 4, 8, 3].map(width =>
    lines.map(line => line.replace(/^[ \t]+/, lead => lead.replaceAll('\t', ' '.repeat(width)))).join('\n'),
  )
  return widths.find(text => parse(text).document.errors.length === 0) ?? widths[0] ?? ''
}

/**
 * `title: One: two` → `title: "One: two"`. Undefined if the value is quoted already or is not a text on one
 * line.
 */
function quote(line: string): string | undefined {
  const parts = /^(\s*(?:- +)?[\w-]+:[ \t]+|\s*- +)(.*\S)\s*$/.exec(line)
  const [, lead, value] = parts ?? []
  if (lead === undefined || value === undefined || /^["'|>]|^\[[^\]]*$|^\{[^}]*$/.test(value))
    return undefined
  return `${lead}${JSON.stringify(value)}`
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 60)}…` : text
}

/** True if a quoted value has no closing quotation mark on its line: `title: "One`. */
function isUnclosed(line: string): boolean {
  const [, mark, value] = /^\s*(?:- +)?[\w-]+:[ \t]+(["'])(.*)$/.exec(line) ?? []
  if (mark === undefined || value === undefined) return false
  return mark === '"' ? !/(?<!\\)"/.test(value) : !value.replaceAll("''", '').includes("'")
}

/** True if no later line of the same key closes the list or map: `keywords: [one, two`. */
function isOpenList(lines: readonly string[], at: number, line: string): boolean {
  if (!/^\s*(- +)?[\w-]+:[ \t]+[[{]/.test(line)) return false
  const [, last] = blockAround(lines, at)
  const text = lines.slice(at, last + 1).join('\n')
  const count = (mark: string) => text.split(mark).length
  return count('[') > count(']') || count('{') > count('}')
}

/** True if the quotation mark comes on a later line; a quoted text may continue on indented lines. */
function closesLater(lines: readonly string[], at: number): boolean {
  for (const line of lines.slice(at + 1)) {
    if (/^\S/.test(line)) return false
    if (/["']\s*$/.test(line) && !/:[ \t]+["']/.test(line)) return true
  }
  return false
}

/** First and last line of the top-level key that contains `line`. */
function blockAround(lines: readonly string[], line: number): [number, number] {
  const isHead = (at: number) => /^[^\s#-]/.test(lines[at] ?? '')
  let first = Math.min(line, lines.length - 1)
  while (first > 0 && !isHead(first)) first--
  let last = first
  while (last + 1 < lines.length && !isHead(last + 1)) last++
  return [first, last]
}

/** The parser's error in words that an author understands. */
function reasonOf(error: YAMLError, line: string): string {
  if (/^ *\t/.test(line) || error.code === 'TAB_AS_INDENT') {
    return 'Unexpected tab before a key of the front matter, expected spaces'
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    return 'Unexpected `: ` inside a value of the front matter, expected quotation marks around the value'
  }
  if (/^Flow (sequence|map)/.test(error.message)) {
    return 'Unexpected end of a list in the front matter, expected its closing bracket'
  }
  if (/quote/.test(error.message))
    return 'Unexpected end of a value of the front matter, expected a quotation mark'
  return `Unexpected YAML in the front matter: ${error.message}`
}
