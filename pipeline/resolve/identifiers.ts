/**
 * Works named by what identifies them everywhere: `doi:10.7554/eLife.32822`, `pmid:30718888`, `isbn:…`, a
 * bare DOI, an address. Prefixes are those of identifiers.org, as Manubot takes them; of one identifier all
 * spellings give the same text.
 */

import { doiOf } from '../doi.ts'

export interface Identifier {
  readonly type: 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'isbn' | 'wikidata' | 'url'
  /** To be compared with others of its type. */
  readonly value: string
  /** Where a reader finds the work. */
  readonly address: string
}

type Reader = (text: string) => Identifier | undefined

const readers: Readonly<Record<string, Reader>> = {
  doi: text => {
    const doi = doiOf(text)
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

/** Undefined for a key that is nothing but a key. */
export function identifierOf(key: string): Identifier | undefined {
  if (key.startsWith('10.')) return readers.doi?.(key)
  const [, prefix = '', rest = ''] = /^([a-z]+):(.+)$/i.exec(key) ?? []
  const name = prefix.toLowerCase()
  const reader = readers[synonyms[name] ?? name]
  if (reader) return reader(rest)
  return /^(?:https?:\/\/|(?:dx\.)?doi\.org\/)/i.test(key) ? ofAddress(key) : undefined
}

/** An address that says which work it is, is that work's identifier. */
function ofAddress(text: string): Identifier | undefined {
  const bare = text.replace(/^https?:\/\//i, '').replace(/^www\./i, '')
  if (doiOf(text) !== undefined) return readers.doi?.(text)
  const [, arxiv] = /^arxiv\.org\/(?:abs|pdf)\/(.+?)(?:\.pdf)?$/i.exec(bare) ?? []
  if (arxiv !== undefined) return readers.arxiv?.(arxiv)
  const [, wikidata] = /^wikidata\.org\/wiki\/(Q\d+)$/i.exec(bare) ?? []
  if (wikidata !== undefined) return readers.wikidata?.(wikidata)
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined
  return { type: 'url', value: bare.replace(/\/+$/, ''), address: text }
}

/** ISBN-10 → ISBN-13, with the check digit of the latter (ISO 2108). */
function thirteen(isbn: string): string {
  const digits = `978${isbn.slice(0, 9)}`
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}
