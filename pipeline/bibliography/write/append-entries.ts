/**
 * The text of a bibliography file and new works → the text with the works added at the end of its list. The
 * existing text is kept byte for byte: entries that are already in the file are not written again.
 */
import { extname } from '../../host/paths.ts'
import type { CslItem } from '../../model/csl.ts'
import { type Appended, appendYaml } from './append-yaml.ts'
import { type BibtexDialect, writeBibtex } from './write-bibtex.ts'

/** A format of bibliography files that Offprint can write. */
type WritableFormat = 'bibtex' | 'json' | 'yaml'

/** The format of the file, or undefined if Offprint can read the format but not write it. */
export function bibliographyFormat(path: string, text = ''): WritableFormat | undefined {
  if (/^\uFEFF?\s*[[{]/.test(text) && /\.(?:bib|json)$/i.test(path)) return 'json'
  const formats: Readonly<Record<string, WritableFormat>> = {
    '.bib': 'bibtex',
    '.bibtex': 'bibtex',
    '.json': 'json',
    '.yaml': 'yaml',
    '.yml': 'yaml',
  }
  return formats[extname(path).toLowerCase()]
}

/**
 * Adds the works at the end of the text. Throws an error with the reason if `text` is not valid in `format`.
 */
export function appendEntries(text: string, items: readonly CslItem[], format: WritableFormat): string {
  const isWindows = text.includes('\r\n')
  const { before, added, after } = append[format](text, items)
  return before + (isWindows ? added.replace(/\r?\n/g, '\r\n') : added) + after
}

const append: Readonly<Record<WritableFormat, (text: string, items: readonly CslItem[]) => Appended>> = {
  bibtex: appendBibtex,
  json: appendJson,
  yaml: appendYaml,
}

function appendBibtex(text: string, items: readonly CslItem[]): Appended {
  const gap = /^\uFEFF?$/.test(text) ? '' : /\n\s*\n$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n'
  const dialect = dialectOf(text)
  return { before: text, added: gap + items.map(item => writeBibtex(item, dialect)).join('\n'), after: '' }
}

/** The dialect of the existing entries. BibLaTeX, which has more fields, if they fit both dialects. */
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
