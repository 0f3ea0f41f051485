/**
 * An EndNote XML file (`<xml><records><record>…`) → its works. Tables translate types and elements. Runs of
 * `<style face="italic">` become the tags of CSL-JSON. The key of a work is its `<label>`, else the first
 * name and the year.
 */

import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { CslDraft, CslName } from '../../model/csl.ts'
import { cslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { doiOf } from '../../values/doi.ts'
import { ownValue } from '../../values/record.ts'
import { xmlError } from '../../values/xml-error.ts'
import { readWords } from './read-date.ts'
import type { Work } from './work.ts'
import { keyMaker } from './work-key.ts'

/** Reference type of EndNote in lower case → CSL type. */
const types: Readonly<Record<string, string>> = {
  'journal article': 'article-journal',
  'electronic article': 'article-journal',
  'magazine article': 'article-magazine',
  'newspaper article': 'article-newspaper',
  book: 'book',
  'edited book': 'book',
  'electronic book': 'book',
  'book section': 'chapter',
  'electronic book section': 'chapter',
  'conference paper': 'paper-conference',
  'conference proceedings': 'paper-conference',
  'computer program': 'software',
  dataset: 'dataset',
  dictionary: 'entry-dictionary',
  encyclopedia: 'entry-encyclopedia',
  thesis: 'thesis',
  report: 'report',
  'government document': 'report',
  'web page': 'webpage',
  blog: 'post-weblog',
  patent: 'patent',
  standard: 'standard',
  statute: 'legislation',
  bill: 'bill',
  case: 'legal_case',
  map: 'map',
  manuscript: 'manuscript',
  'unpublished work': 'manuscript',
  'personal communication': 'personal_communication',
  artwork: 'graphic',
  'film or broadcast': 'motion_picture',
  'audiovisual material': 'motion_picture',
  music: 'song',
}

/** CSL variable → the paths of its elements in EndNote. The first element with a text is used. */
const variables: Readonly<Record<string, readonly string[]>> = {
  title: ['titles/title'],
  'container-title': ['titles/secondary-title', 'periodical/full-title'],
  'container-title-short': ['alt-periodical/abbr-1', 'periodical/abbr-1'],
  'collection-title': ['titles/tertiary-title'],
  'title-short': ['titles/short-title'],
  volume: ['volume'],
  issue: ['number'],
  page: ['pages', 'electronic-page'],
  edition: ['edition'],
  publisher: ['publisher'],
  'publisher-place': ['pub-location'],
  DOI: ['electronic-resource-num'],
  PMID: ['accession-num'],
  PMCID: ['custom2'],
  URL: ['urls/web-urls/url', 'urls/related-urls/url'],
  abstract: ['abstract'],
  note: ['notes'],
  language: ['language'],
  genre: ['work-type'],
  'call-number': ['call-num'],
}

const contributors: Readonly<Record<string, string>> = {
  author: 'authors',
  editor: 'secondary-authors',
  'collection-editor': 'tertiary-authors',
  translator: 'subsidiary-authors',
}

export function readEndNoteXml(file: VFile): readonly Work[] {
  try {
    const makeKey = keyMaker()
    return elements(fromXml(String(file)), 'record').map(record => readRecord(record, makeKey))
  } catch (cause) {
    const { reason, place } = xmlError(cause)
    report(file, 'bibliography-broken', {
      reason: `Unexpected XML: ${reason}`,
      place: place ?? { line: 1, column: 1 },
      note: 'No work of the file can be read.',
      cause,
    })
    return []
  }
}

function readRecord(record: Element, makeKey: (item: CslDraft) => string): Work {
  const item: CslDraft = { type: cslType(record) }
  const fields = new Map<string, Position>()
  for (const child of record.children)
    if (child.type === 'element' && child.position) fields.set(child.name.toLowerCase(), child.position)
  for (const [variable, paths] of Object.entries(variables)) {
    const source = paths
      .map(path => elementAt(record, path))
      .find(element => element && elementText(element) !== '')
    if (!source) continue
    item[variable] = /^(title|container-title|title-short|abstract)$/.test(variable)
      ? markup(source)
      : elementText(source)
    const name = paths[0]?.split('/').at(-1)
    if (name !== undefined && source.position) fields.set(name, source.position)
  }
  for (const [variable, name] of Object.entries(contributors)) {
    const names = elements(elementAt(record, `contributors/${name}`), 'author').map(authorName)
    if (names.length > 0) item[variable] = names
  }
  addDerivedFields(item, record)
  const label = elementAt(record, 'label')
  const key = label ? elementText(label) : ''
  return {
    item: cslItem(item, key !== '' ? key : makeKey(item)),
    type: elementAt(record, 'ref-type')?.attributes.name ?? '',
    ...(record.position && { place: record.position }),
    ...(key !== '' && label?.position && { keyPlace: label.position }),
    fields,
  }
}

function addDerivedFields(item: CslDraft, record: Element): void {
  const year = elementText(elementAt(record, 'dates/year'))
  const day = elementText(elementAt(record, 'dates/pub-dates/date'))
  const issued = readWords(`${year} ${day.replace(year, '')}`) ?? readWords(year)
  if (issued) item.issued = issued
  else if (year !== '') item.issued = { literal: year }
  if (typeof item.page === 'string') item.page = item.page.replace(/[–—]/g, '-')
  if (typeof item.DOI === 'string') item.DOI = doiOf(item.DOI) ?? item.DOI
  // Databases put identifiers of their own into these fields.
  if (!/^\d{1,9}$/.test(String(item.PMID ?? ''))) delete item.PMID
  if (!/^PMC\d+$/i.test(String(item.PMCID ?? ''))) delete item.PMCID
  const standard = elementText(elementAt(record, 'isbn')).replace(/\s*\(.*$/, '')
  if (standard !== '') item[/^\d{4}-?\d{3}[\dX]$/i.test(standard) ? 'ISSN' : 'ISBN'] = standard
  const keywords = elements(elementAt(record, 'keywords'), 'keyword').map(elementText)
  if (keywords.length > 0) item.keyword = keywords.join(',')
}

function cslType(record: Element): string {
  return ownValue(types, (elementAt(record, 'ref-type')?.attributes.name ?? '').toLowerCase()) ?? 'document'
}

/**
 * Reads a name such as `Doe, Jane, Jr.` A name without a comma, or with one at its end, is the name of a
 * group.
 */
function authorName(element: Element): CslName {
  const text = elementText(element)
  const [family = '', given, suffix] = text.split(/,\s*/)
  if (given === undefined || given === '') return { literal: family }
  return { family, given, ...(suffix && { suffix }) }
}

function elementAt(element: Element | undefined, path: string): Element | undefined {
  let inner = element
  for (const name of path.split('/'))
    inner = inner?.children.find((child): child is Element => child.type === 'element' && child.name === name)
  return inner
}

/** The elements with this name inside the node, without those nested in another one of them. */
function elements(node: Nodes | undefined, name: string): readonly Element[] {
  if (!node || !('children' in node)) return []
  return node.children.flatMap(child => {
    if (child.type !== 'element') return []
    return child.name === name ? [child] : elements(child, name)
  })
}

function elementText(node: Nodes | undefined): string {
  return rawText(node).replace(/\s+/g, ' ').trim()
}

function rawText(node: Nodes | undefined): string {
  if (!node) return ''
  if ('children' in node) return node.children.map(rawText).join('')
  return node.type === 'text' || node.type === 'cdata' ? node.value : ''
}

const faces: Readonly<Record<string, string>> = {
  italic: 'i',
  bold: 'b',
  superscript: 'sup',
  subscript: 'sub',
}

/** `<style face="bold italic">x</style>` → `<b><i>x</i></b>` */
function markup(node: Nodes): string {
  if (!('children' in node)) return rawText(node)
  const inner = node.children.map(markup).join('')
  const written = node.type === 'element' && node.name === 'style' ? (node.attributes.face ?? '') : ''
  return written
    .split(/\s+/)
    .flatMap(face => ownValue(faces, face) ?? [])
    .reduce((text, tag) => (text === '' ? text : `<${tag}>${text}</${tag}>`), inner)
}
