/**
 * New works at the end of the list in a CSL-YAML file: the file is a list, or has one as `references:`, as
 * pandoc writes it.
 */
import { type Document, isMap, isNode, isSeq, parseAllDocuments, stringify, type YAMLSeq } from 'yaml'
import type { CslItem } from '../../model/csl.ts'

/** Old text, new text, old text. */
export interface Appended {
  readonly before: string
  readonly added: string
  readonly after: string
}

export function appendYaml(text: string, items: readonly CslItem[]): Appended {
  const { contents } = documentOf(text)
  if (contents === null) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n'
    return { before: text, added: `${gap}references:\n${blockItems(items, 0)}`, after: '' }
  }
  const list = isMap(contents) ? contents.get('references', true) : contents
  if (!isSeq(list)) throw new Error('expected a list of works, or one under `references:`')
  const made = list.flow ? appendFlow(text, list, items) : appendBlock(text, list, items)
  const { contents: after } = documentOf(made.before + made.added + made.after)
  const all = isMap(after) ? after.get('references', true) : after
  if (!isSeq(all) || all.items.length !== list.items.length + items.length) {
    throw new Error('its list of works does not end as a list in YAML does')
  }
  return made
}

/** Of a file that may end with `---` and nothing after it. */
function documentOf(text: string): Pick<Document, 'contents'> {
  const documents = [...parseAllDocuments(text)]
  const [problem] = documents.flatMap(document => document.errors)
  if (problem) throw new Error(problem.message.split('\n')[0])
  const [document, other] = documents.filter(one => one.toJS() !== null)
  if (other) throw new Error('expected one document of YAML, found several')
  return document ?? { contents: null }
}

function appendBlock(text: string, list: YAMLSeq, items: readonly CslItem[]): Appended {
  const [first, last] = [list.items[0], list.items.at(-1)]
  if (!isNode(first) || !isNode(last)) throw new Error('expected a list of works')
  const dash = text.lastIndexOf('-', (first.range?.[0] ?? 1) - 1)
  const column = dash - (text.lastIndexOf('\n', dash) + 1)
  const end = last.range?.[1] ?? text.length
  // To the end of its line, with the comment that may stand there.
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const at = newline < 0 ? text.length : newline + 1
  const gap = newline < 0 ? '\n' : ''
  return { before: text.slice(0, at), added: gap + blockItems(items, column), after: text.slice(at) }
}

/** JSON is YAML, and stands in brackets as it does here. */
function appendFlow(text: string, list: YAMLSeq, items: readonly CslItem[]): Appended {
  const at = (list.range?.[1] ?? text.length) - 1
  const before = text.slice(0, at).trimEnd()
  const written = items.map(item => JSON.stringify(item)).join(', ')
  const isOpen = list.items.length === 0 || before.endsWith(',')
  return { before, added: isOpen ? written : `, ${written}`, after: text.slice(before.length) }
}

function blockItems(items: readonly CslItem[], column: number): string {
  const text = stringify(items, { lineWidth: 0 })
  return text.replace(/^(?=.)/gm, ' '.repeat(column))
}
