/**
 * CSL variables → the names of their fields in bibliography files, so that messages name a field as its
 * author does and point to it. Names of BibTeX and BibLaTeX come first, then those of RIS, PubMed and
 * EndNote.
 */
import type { Position } from 'unist'
import type { ReferenceSource } from '../../model/article.ts'

const names: Readonly<Record<string, string>> = {
  accessed: 'urldate year-accessed y2 access-date',
  author: 'author au a1 fau authors',
  'container-title': 'journal journaltitle booktitle maintitle t2 jo jf jt secondary-title',
  'container-title-short': 'shortjournal ja j2 ta alt-title',
  DOI: 'doi do lid aid electronic-resource-num',
  editor: 'editor ed a2 fed',
  ISBN: 'isbn sn',
  ISSN: 'issn sn is',
  issued: 'year date month day py y1 da dp dates',
  number: 'number m1',
  page: 'pages eid sp pg',
  PMCID: 'pmcid pmc c2',
  PMID: 'pmid pm an accession-num',
  publisher: 'publisher school institution organization pb',
  title: 'title ti t1 titles',
  URL: 'url howpublished ur l1 urls',
  eprint: 'eprint arxivid',
  volume: 'volume vl vi',
}

/** The place of the field for `variable`, else of the whole entry. */
export function placeOfVariable(source: ReferenceSource, variable = ''): Position | undefined {
  const candidates = [variable.toLowerCase(), ...(names[variable]?.split(' ') ?? [])]
  const name = candidates.find(candidate => source.fields.has(candidate))
  return (name === undefined ? undefined : source.fields.get(name)) ?? source.place
}

/**
 * The name of a variable in a message: in a BibTeX file `container-title` → `journal`, else the name in CSL.
 */
export function writtenName(variable: string, type: string, source: ReferenceSource | undefined): string {
  if (!source?.file.path?.endsWith('.bib')) return variable
  if (variable === 'container-title' && type !== 'article-journal') return 'booktitle'
  if (variable === 'publisher' && type === 'thesis') return 'school'
  if (variable === 'publisher' && type === 'report') return 'institution'
  return names[variable]?.split(' ')[0] ?? variable
}
