/**
 * New works → the text of a bibliography file with them at its end. What stands there already stays as it is,
 * byte for byte: new text is put in, nothing is written again.
 */
import { extname } from 'node:path'
import type { CslItem } from '../../model/csl.ts'
import { type Appended, appendYaml } from './append-yaml.ts'
import { type BibtexDialect, writeBibtex } from './write-bibtex.ts'

export type BibliographyFormat = 'bibtex' | 'json' | 'yaml'

/** Undefined for a format that is read and not written. */
export function bibliographyFormat(path: string, text = ''): BibliographyFormat | undefined {
  if (/^\uFEFF?\s*[[{]/.test(text) && /\.(?:bib|json)$/i.test(path)) return 'json'
  const formats: Readonly<Record<string, BibliographyFormat>> = {
    '.bib': 'bibtex',
    '.bibtex': 'bibtex',
    '.json': 'json',
    '.yaml': 'yaml',
    '.yml': 'yaml',
  }
  return formats[extname(path).toLowerCase()]
}

/** Throws an error with the reason where the text is not of its format. */
export function appendEntries(text: string, items: readonly CslItem[], format: BibliographyFormat): string {
  const isWindows = text.includes('\r\n')
  const made = append[format](text, items)
  if (!isWindows) return made.before + made.added + made.after
  return made.before + made.added.replace(/\r?\n/g, '\r\n') + made.after
}

const append: Readonly<Record<BibliographyFormat, (text: string, items: readonly CslItem[]) => Appended>> = {
  bibtex: appendBibtex,
  json: appendJson,
  yaml: appendYaml,
}

function appendBibtex(text: string, items: readonly CslItem[]): Appended {
  const gap = /^\uFEFF?$/.test(text) ? '' : /\n\s*\n$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n'
  const dialect = dialectOf(text)
  return { before: text, added: gap + items.map(item => writeBibtex(item, dialect)).join('\n'), after: '' }
}

/** That of the entries that are there; BibLaTeX, which says more, where they do not tell. */
function dialectOf(text: string): BibtexDialect {
  const has = (fields: string) => new RegExp(String.raw`[\s,](?:${fields})\s*=`, 'i').test(text)
  return has('journal|year') && !has('journaltitle|date') ? 'bibtex' : 'biblatex'
}

function appendJson(text: string, items: readonly CslItem[]): Appended {
  if (/^\uFEFF?\s*$/.test(text)) {
    return { before: text, added: `${JSON.stringify(items, undefined, 2)}\n`, after: '' }
  }
  const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  if (!Array.isArray(data)) throw new Error('expected a list of works')
  const before = text.slice(0, text.lastIndexOf(']')).trimEnd()
  const after = text.slice(before.length)
  if (data.length > 0 && !before.includes('\n')) {
    return { before, added: items.map(item => `,${JSON.stringify(item)}`).join(''), after }
  }
  const indent = /\n([ \t]*)\{/.exec(before)?.[1] ?? '  '
  const written = items.map(item => `\n${JSON.stringify(item, undefined, 2)}`.replace(/\n/g, `\n${indent}`))
  const end = after.includes('\n') ? '' : '\n'
  return { before, added: (data.length > 0 ? ',' : '') + written.join(',') + end, after }
}
