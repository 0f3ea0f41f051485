/** Which format a bibliography has: by what it looks like, and by its name where that leaves it open. */
import { extname } from 'node:path'

export type BibliographyFormat = 'bibtex' | 'csl' | 'endnote-xml' | 'enw' | 'medline' | 'ris'

/** The endings of names that are tried where a name has none, in this order. */
export const bibliographyEndings: readonly string[] = [
  '.bib',
  '.bibtex',
  '.json',
  '.yaml',
  '.yml',
  '.ris',
  '.nbib',
  '.xml',
  '.enw',
]

const byEnding: Readonly<Record<string, BibliographyFormat>> = {
  '.bib': 'bibtex',
  '.bibtex': 'bibtex',
  '.json': 'csl',
  '.yaml': 'csl',
  '.yml': 'csl',
  '.ris': 'ris',
  '.nbib': 'medline',
  '.xml': 'endnote-xml',
  '.enw': 'enw',
}

export function formatOf(path: string, text: string): BibliographyFormat {
  if (/^\s*(?:\[\s*[\]{]|\{\s*["}])/.test(text)) return 'csl'
  if (/^\s*<(?:\?xml|xml|records)\b/.test(text)) return 'endnote-xml'
  if (/^TY {1,2}-/m.test(text) && !/^\s*@\w+\s*[{(]/m.test(text)) return 'ris'
  if (/^\s*PMID *- ?\d/.test(text)) return 'medline'
  if (/^\s*%0 /.test(text)) return 'enw'
  if (/^(?:---\s*\n)?(?:references|items):\s*$/m.test(text) && !/^\s*@\w+\s*[{(]/m.test(text)) return 'csl'
  return byEnding[extname(path).toLowerCase()] ?? 'bibtex'
}
