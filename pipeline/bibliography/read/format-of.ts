/**
 * The text and path of a bibliography file → its format. The text decides; the ending of the name counts only
 * if the text does not show its format.
 */
import { extname } from '../../host/paths.ts'

export type BibliographyFormat = 'bibtex' | 'csl' | 'endnote-xml' | 'enw' | 'medline' | 'ris'

/** The file endings that are tried, in this order, if a bibliography is named without one. */
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
