/**
 * Identifiers of works: `doi:10.7554/eLife.32822`, `pmid:30718888`, `isbn:…`, a bare DOI, an address.
 * Prefixes are those of identifiers.org, as in Manubot. All spellings of an identifier become the same text.
 */

import { doiOf } from './doi.ts'
import { percentDecoded } from './percent-decoding.ts'
import { ownValue } from './record.ts'

export interface Identifier {
  readonly type: 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'isbn' | 'wikidata' | 'url'
  /** The normalised value, to be compared with others of its type. */
  readonly value: string
  /** The web address of the work. */
  readonly address: string
}

type Reader = (text: string) => Identifier | undefined

const readers: Readonly<Record<string, Reader>> = {
  doi: text => {
    const [shortDoi] = /^10\/[a-z\d]+$/i.exec(text) ?? []
    const doi = doiOf(text) ?? shortDoi
    if (doi === undefined) return undefined
    return { type: 'doi', value: doi.toLowerCase(), address: `https://doi.org/${doi}` }
  },
  pmid: text =>
    /^\d+$/.test(text)
      ? { type: 'pmid', value: text, address: `https://pubmed.ncbi.nlm.nih.gov/${text}/` }
      : undefined,
  pmcid: text => {
    const number = /^(?:PMC)?(\d+)$/i.exec(text)?.[1]
    if (number === undefined) return undefined
    const address = `https://pmc.ncbi.nlm.nih.gov/articles/PMC${number}/`
    return { type: 'pmcid', value: number, address }
  },
  arxiv: text => {
    const value = text.toLowerCase().replace(/v\d+$/, '')
    const isOne = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})$/.test(value)
    return isOne ? { type: 'arxiv', value, address: `https://arxiv.org/abs/${text}` } : undefined
  },
  isbn: text => {
    const digits = text.replace(/[-\s]/g, '').toUpperCase()
    if (!/^(?:\d{9}[\dX]|\d{13})$/.test(digits)) return undefined
    const value = digits.length === 10 ? thirteen(digits) : digits
    return { type: 'isbn', value, address: `https://search.worldcat.org/search?q=bn%3A${value}` }
  },
  wikidata: text =>
    /^Q\d+$/i.test(text)
      ? { type: 'wikidata', value: text.toUpperCase(), address: `https://www.wikidata.org/wiki/${text}` }
      : undefined,
  url: text => ofAddress(text),
}

const synonyms: Readonly<Record<string, string>> = { pubmed: 'pmid', pmc: 'pmcid', shortdoi: 'doi' }

/** The identifier that a citation key is; undefined for an ordinary key. */
export function identifierOf(key: string): Identifier | undefined {
  if (key.startsWith('10.')) return readers.doi?.(key)
  const [, prefix = '', rest = ''] = /^([a-z]+):(.+)$/i.exec(key) ?? []
  const name = prefix.toLowerCase()
  const reader = ownValue(readers, ownValue(synonyms, name) ?? name)
  if (reader) return reader(rest)
  return /^(?:https?:\/\/|(?:dx\.)?doi\.org\/)/i.test(key) ? ofAddress(key) : undefined
}

/** The identifier that a web address contains, such as the DOI in `https://doi.org/10.1/x`. */
function ofAddress(text: string): Identifier | undefined {
  const bare = text.replace(/^https?:\/\//i, '').replace(/^www\./i, '')
  if (doiOf(text) !== undefined) return readers.doi?.(text)
  const [, arxiv] = /^arxiv\.org\/(?:abs|pdf)\/(.+?)(?:\.pdf)?$/i.exec(bare) ?? []
  if (arxiv !== undefined) return readers.arxiv?.(arxiv)
  const [, pmid] = /^(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)\/?$/i.exec(bare) ?? []
  if (pmid !== undefined) return readers.pmid?.(pmid)
  const [, pmcid] = /^(?:pmc\.ncbi|ncbi)\.nlm\.nih\.gov\/(?:pmc\/)?articles\/(PMC\d+)\/?$/i.exec(bare) ?? []
  if (pmcid !== undefined) return readers.pmcid?.(pmcid)
  const [, wikidata] = /^wikidata\.org\/wiki\/(Q\d+)$/i.exec(bare) ?? []
  if (wikidata !== undefined) return readers.wikidata?.(wikidata)
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined
  return { type: 'url', value: bare.replace(/\/+$/, ''), address: text }
}

/**
 * The identifier in a text that is meant to be one. A prefix is not needed if the form is unmistakable:
 * `PMC6103790`, `2101.00001v2`, `math/0309136`, `978-0-262-51763-8`, a publisher's address that ends in the
 * DOI. A bare number is not an identifier: it could be a PMID or many other things.
 */
export function bareIdentifierOf(written: string): Identifier | undefined {
  const text = decoded(written.trim().replace(/^<(.*)>$/, '$1'))
  const doi = /^(?:https?:\/\/\S+?\/doi\/(?:abs\/|full\/|e?pdf\/)?)?(10\.\d{4,9}\/\S+?)[.,;]?$/i.exec(
    text,
  )?.[1]
  if (doi !== undefined) return readers.doi?.(doi)
  if (/^PMC\d+$/i.test(text)) return readers.pmcid?.(text)
  if (/^\d{4}\.\d{4,5}(?:v\d+)?$|^[a-z-]+(?:\.[a-z]{2})?\/\d{7}(?:v\d+)?$/i.test(text))
    return readers.arxiv?.(text)
  if (/^[\d-]{9,16}[\dX]$/i.test(text)) return readers.isbn?.(text)
  const spaced = /^([a-z]+):\s*(\S.*)$/i.exec(text)
  return identifierOf(spaced ? `${spaced[1]}:${spaced[2]}` : text)
}

/**
 * Decodes an address, which may contain a DOI's `/` or `<` as `%2F` or `%3C`; leaves other texts as they are.
 */
function decoded(text: string): string {
  if (!/^https?:.*%[\dA-F]{2}/i.test(text)) return text
  return percentDecoded(text)
}

/** True if the check digit of an ISBN of 10 or 13 digits is right (ISO 2108). */
export function isChecked(isbn: string): boolean {
  const digits = isbn.replace(/[-\s]/g, '').toUpperCase()
  if (digits.length === 13)
    return digits.slice(12) === thirteen(digits.slice(3, 12), digits.slice(0, 3)).slice(12)
  const sum = [...digits].reduce(
    (total, digit, index) => total + (10 - index) * (digit === 'X' ? 10 : Number(digit)),
    0,
  )
  return digits.length === 10 && sum % 11 === 0
}

/** ISBN-10 → ISBN-13, with a new check digit (ISO 2108). */
function thirteen(isbn: string, prefix = '978'): string {
  const digits = `${prefix}${isbn.slice(0, 9)}`
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}
