/**
 * Adds new works at the end of the list in a CSL-YAML file. The file is itself a list, or contains one under
 * `references:`, as pandoc writes it. Throws an error with the reason if the file has no such list.
 */
import { type Document, isMap, isNode, isSeq, parseAllDocuments, stringify, type YAMLSeq } from 'yaml'
import type { CslItem } from '../../model/csl.ts'

/** The new text in three pieces: `added` is new, `before` and `after` are the old text around it. */
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
  const appended = list.flow ? appendFlow(text, list, items) : appendBlock(text, list, items)
  const { contents: after } = documentOf(appended.before + appended.added + appended.after)
  const newList = isMap(after) ? after.get('references', true) : after
  if (!isSeq(newList) || newList.items.length !== list.items.length + items.length) {
    throw new Error('expected a list of works that can be continued at its end')
  }
  return appended
}

/** The only document of the file. A second one is accepted if it is empty: some files end with `---`. */
function documentOf(text: string): Pick<Document, 'contents'> {
  const documents = [...parseAllDocuments(text)]
  const [problem] = documents.flatMap(document => document.errors)
  if (problem) throw new Error(problem.message.split('\n')[0])
  const [document, other] = documents.filter(candidate => candidate.toJS() !== null)
  if (other) throw new Error('expected one YAML document, found several')
  return document ?? { contents: null }
}

function appendBlock(text: string, list: YAMLSeq, items: readonly CslItem[]): Appended {
  const [first, last] = [list.items[0], list.items.at(-1)]
  if (!isNode(first) || !isNode(last)) throw new Error('expected a list of works')
  const dash = text.lastIndexOf('-', (first.range?.[0] ?? 1) - 1)
  const column = dash - (text.lastIndexOf('\n', dash) + 1)
  const end = last.range?.[1] ?? text.length
  // A comment after the last work remains on its line.
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const at = newline < 0 ? text.length : newline + 1
  const gap = newline < 0 ? '\n' : ''
  return { before: text.slice(0, at), added: gap + blockItems(items, column), after: text.slice(at) }
}

/**
 * Adds works to a list in brackets, `[{…}, {…}]`. They are written as JSON, which is valid inside such a
 * list.
 */
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
