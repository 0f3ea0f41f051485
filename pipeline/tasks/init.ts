/**
 * The files of a new article, journal or issue, from the folder `templates/` of Offprint, with the title,
 * authors and journal that the user gives. Nothing is overwritten.
 */
import { type Document, parseDocument } from 'yaml'
import type { Host } from '../host/index.ts'
import { basename, dirname, join, relative } from '../host/paths.ts'
import { findManuscript } from '../parse/index.ts'
import { nearestWord } from '../values/nearest-word.ts'
import { keepInside } from './guard-writing.ts'

export type StarterKind = 'article' | 'journal' | 'issue'

export interface InitOptions {
  /** Absolute path of the folder for the files. */
  readonly folder: string
  readonly kind: StarterKind
  /** Title of the article or the journal. Default: words that ask for one. */
  readonly title?: string | undefined
  /** Names of the authors. Default: words that ask for one. */
  readonly authors?: readonly string[] | undefined
  /**
   * The journal of an article or an issue, or the journal that a new one extends: its name. Default: that of
   * articles that name none.
   */
  readonly journal?: string | undefined
  /** Absolute path of the folder of the starters. */
  readonly templates: string
  /** Absolute path of the folder whose journals can be chosen by name. */
  readonly library: string
}

export interface InitResult {
  /** The names of the files that were written, in the folder. Empty if nothing was written. */
  readonly written: readonly string[]
  /** Why nothing was written, and what to do. */
  readonly problem?: { readonly reason: string; readonly remedy: string }
}

/** Writes the files of a new article, journal or issue into a folder. */
export async function init(options: InitOptions, host: Host): Promise<InitResult> {
  const { folder, kind, journal, library } = options
  const problem = await journalProblem(journal, library, host)
  if (problem) return { written: [], problem }
  const files = await starterFiles(options, host)
  const present: string[] = []
  for (const name of files.keys()) {
    const path = join(folder, name)
    if (((await host.list(dirname(path))) ?? []).includes(basename(path))) present.push(name)
  }
  if (present.length > 0) {
    return refused(`Unexpected ${present.join(', ')} in the folder: nothing is overwritten`)
  }
  const isEmpty = ((await host.list(folder)) ?? []).length === 0
  if (kind !== 'journal' && !isEmpty) {
    const { file, isReadable } = await findManuscript(folder, host)
    const name = relative(folder, file.path)
    if (isReadable && !/^readme\./i.test(name))
      return refused(`Unexpected ${name}: the folder has a manuscript`)
  }
  await keepInside(host, [folder]).write(folder, files)
  return { written: [...files.keys()] }
}

function refused(reason: string): InitResult {
  return { written: [], problem: { reason, remedy: 'Name another folder: offprint init my-paper' } }
}

async function journalProblem(journal: string | undefined, library: string, host: Host) {
  if (journal === undefined) return undefined
  const names = ((await host.list(library)) ?? [])
    .filter(name => name.endsWith('/'))
    .map(name => name.slice(0, -1))
    .filter(name => name !== 'base')
  if (names.includes(journal)) return undefined
  const nearest = nearestWord(journal, names)
  return {
    reason: `Unknown journal ${journal}`,
    remedy: nearest === undefined ? `The journals are ${names.join(', ')}.` : `Did you mean ${nearest}?`,
  }
}

/** Name in the folder → contents. */
async function starterFiles(options: InitOptions, host: Host): Promise<ReadonlyMap<string, Uint8Array>> {
  const { kind, title, authors, journal, templates } = options
  const files = await filesBelow(`${templates}/${kind}`, host)
  const article = { title, authors, style: journal }
  if (kind === 'article') change(files, 'article.md', text => withFrontMatter(text, article))
  if (kind === 'journal') {
    const sample = await filesBelow(`${templates}/article`, host)
    for (const [name, bytes] of sample) files.set(`manuscript/${name}`, bytes)
    change(files, 'manuscript/article.md', text => withFrontMatter(text, { authors, style: '../' }))
    change(files, 'journal.yml', text => withValues(text, { title, extends: journal }))
  }
  if (kind === 'issue') {
    change(files, 'offprint.yml', text => withValues(text, { style: journal }))
    for (const name of [...files.keys()].filter(name => name.endsWith('/article.md')))
      change(files, name, text => withFrontMatter(text, { authors }))
  }
  return files
}

async function filesBelow(folder: string, host: Host, inside = ''): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const name of (await host.list(folder)) ?? []) {
    const path = `${folder}/${name}`
    if (name.endsWith('/')) {
      for (const file of await filesBelow(path.slice(0, -1), host, `${inside}${name}`)) files.set(...file)
    } else {
      const bytes = await host.read(path)
      if (bytes) files.set(`${inside}${name}`, bytes)
    }
  }
  return files
}

function change(files: Map<string, Uint8Array>, name: string, edit: (text: string) => string): void {
  const text = new TextDecoder().decode(files.get(name))
  files.set(name, new TextEncoder().encode(edit(text)))
}

interface Given {
  readonly title?: string | undefined
  readonly authors?: readonly string[] | undefined
  readonly style?: string | undefined
}

/** `---\n…\n---\ntext` with the values that are given. The first author keeps the rest of the entry. */
function withFrontMatter(text: string, { title, authors = [], style }: Given): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? []
  const document = parseDocument(front)
  const [first, ...others] = authors
  if (title !== undefined) document.set('title', title)
  if (first !== undefined) document.setIn(['authors', 0, 'name'], first)
  for (const name of others) document.addIn(['authors'], { name, affiliations: ['one'] })
  if (style !== undefined) document.set('style', style)
  return `---\n${written(document)}---\n${body}`
}

/** A YAML file with the values that are given. New keys come last. */
function withValues(text: string, values: Readonly<Record<string, string | undefined>>): string {
  const document = parseDocument(text)
  for (const [key, value] of Object.entries(values)) if (value !== undefined) document.set(key, value)
  return written(document)
}

function written(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
