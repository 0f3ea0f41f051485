/**
 * An identifier → the work, from the registry that knows it. citation-js's plug-ins, imported only here, read
 * the answers of the registries. The requests are Offprint's own: those of the plug-ins have fixed addresses,
 * no time limit, no size limit, and report nothing but a status. plugin-pubmed is not loaded, as NCBI answers
 * in CSL-JSON already.
 */

import { plugins } from '@citation-js/core'
import { parsers } from '@citation-js/plugin-doi'
import { version } from '../../host/version.ts'
import { isRecord } from '../../values/record.ts'
import '@citation-js/plugin-isbn'
import { tidyItem, type Work } from '../../bibliography/write/tidy-item.ts'
import { doiOf } from '../../values/doi.ts'
import { type Identifier, identifierOf } from '../../values/identifiers.ts'
import { fetchText, LookUpError } from './fetch-text.ts'

/** Base addresses of the registries, without a final slash. */
export interface Registries {
  /** Resolver of DOIs with content negotiation; it redirects to Crossref, DataCite (arXiv too) and others. */
  readonly doi: string
  /** NCBI's Literature Citation Exporter. */
  readonly pubmed: string
  readonly openLibrary: string
  readonly googleBooks: string
}

export interface LookUpOptions {
  readonly registries: Registries
  /** Time limit of one request, in seconds. */
  readonly timeout: number
  /** E-mail address that the operators of a registry may write to. */
  readonly mailto?: string | undefined
}

/** The public registries, or the mirrors that the environment names. */
export function registriesOf(environment: Readonly<Record<string, string | undefined>>): Registries {
  const base = (name: string, usual: string) => (environment[name] || usual).replace(/\/+$/, '')
  return {
    doi: base('OFFPRINT_DOI_URL', 'https://doi.org'),
    pubmed: base('OFFPRINT_PUBMED_URL', 'https://api.ncbi.nlm.nih.gov/lit/ctxp'),
    openLibrary: base('OFFPRINT_OPENLIBRARY_URL', 'https://openlibrary.org'),
    googleBooks: base('OFFPRINT_GOOGLE_BOOKS_URL', 'https://www.googleapis.com/books'),
  }
}

/** True if a registry knows identifiers of this type. */
export function isRegistered({ type }: Identifier): boolean {
  return type !== 'url' && type !== 'wikidata'
}

/**
 * Looks works up. Returns one answer for each identifier, in order. At most three requests run at once, and
 * one to NCBI, which allows no more.
 */
export async function lookUpAll(
  identifiers: readonly Identifier[],
  options: LookUpOptions,
): Promise<readonly (Work | LookUpError)[]> {
  const answers: (Work | LookUpError)[] = []
  const lanes = Map.groupBy(identifiers.entries(), ([index, { type }]) =>
    type === 'pmid' || type === 'pmcid' ? 'ncbi' : index % 2,
  )
  const walk = async (lane: readonly (readonly [number, Identifier])[]) => {
    for (const [index, identifier] of lane) {
      try {
        answers[index] = await lookUp(identifier, options)
      } catch (error) {
        if (!(error instanceof LookUpError)) throw error
        answers[index] = error
      }
    }
  }
  await Promise.all([...lanes.values()].map(walk))
  return answers
}

/** The work with this identifier, from the registry that knows it. Throws `LookUpError`. */
async function lookUp(identifier: Identifier, options: LookUpOptions): Promise<Work> {
  const { type, value, address } = identifier
  if (type === 'isbn') return await lookUpBook(value, options)
  if (type === 'pmid') return await lookUpNcbi('pubmed', value, options)
  if (type === 'pmcid') return await lookUpNcbi('pmc', value, options)
  return await lookUpDoi(type === 'arxiv' ? `10.48550/arXiv.${value}` : (doiOf(address) ?? value), options)
}

async function lookUpDoi(doi: string, options: LookUpOptions): Promise<Work> {
  const path = doi.split('/').map(encodeURIComponent).join('/')
  const answer = await fetchJson(
    `${options.registries.doi}/${path}`,
    'application/vnd.citationstyles.csl+json, application/json;q=0.5',
    options,
  )
  const work = tidyItem(parsers.json.parse(answer))
  checkWork(work, { asked: doi, given: work.DOI, kind: 'doi' })
  return work
}

async function lookUpNcbi(source: 'pubmed' | 'pmc', number: string, options: LookUpOptions): Promise<Work> {
  const address = `${options.registries.pubmed}/v1/${source}/?format=csl&id=${number}`
  const answer = await fetchJson(address, 'application/json, */*;q=0.5', options)
  const work = tidyItem(answer)
  const [kind, given] =
    source === 'pubmed' ? (['pmid', work.PMID] as const) : (['pmcid', work.PMCID] as const)
  checkWork(work, { asked: number, given, kind })
  return work
}

/**
 * Looks a book up in Open Library, then in Google Books. Unlike Google Books, Open Library needs no key and
 * sets no quota.
 */
async function lookUpBook(isbn: string, options: LookUpOptions): Promise<Work> {
  const { openLibrary, googleBooks } = options.registries
  const readers = [
    async () =>
      bookOf(
        await fetchJson(
          `${openLibrary}/api/books?bibkeys=ISBN:${isbn}&format=json&jscmd=data`,
          json,
          options,
        ),
        isbn,
      ),
    async () => volumeOf(await fetchJson(`${googleBooks}/v1/volumes?q=isbn:${isbn}`, json, options), isbn),
  ]
  let problem: LookUpError | undefined
  for (const read of readers) {
    try {
      const work = await read()
      if (work) return work
    } catch (error) {
      if (!(error instanceof LookUpError)) throw error
      if (error.rule !== 'lookup-missing') problem ??= error
    }
  }
  throw (
    problem ??
    new LookUpError('lookup-missing', 'Open Library and Google Books have no such book', askElsewhere)
  )
}

const json = 'application/json'
const askElsewhere = 'Look at the number once more, or write the entry by hand.'

/** The work in Open Library's answer: `{"ISBN:978…": {…}}`, or `{}` if it does not know the book. */
function bookOf(answer: object, isbn: string): Work | undefined {
  const [book]: unknown[] = Object.values(answer)
  if (!isRecord(book)) return undefined
  // The plug-in keeps only the part of a title before the colon.
  const [work] = inCsl({ [`ISBN:${isbn}`]: book })
  return work && tidyItem({ ...work, subtitle: book.subtitle, ISBN: isbn, URL: undefined })
}

/** The work in Google Books' answer: `{"totalItems": 1, "items": [{"volumeInfo": {…}}]}`. */
function volumeOf(answer: object, isbn: string): Work | undefined {
  const volumes: unknown[] = 'items' in answer && Array.isArray(answer.items) ? answer.items : []
  for (const volume of volumes) {
    const info = isRecord(volume) ? volume.volumeInfo : undefined
    if (!isRecord(volume) || !isRecord(info) || !hasIsbn(info, isbn)) continue
    const [work] = inCsl({ kind: 'books#volume', id: '', ...volume })
    return work && tidyItem({ ...work, subtitle: info.subtitle, ISBN: isbn, URL: undefined })
  }
  return undefined
}

function hasIsbn({ industryIdentifiers: ids }: Readonly<Record<string, unknown>>, isbn: string): boolean {
  const values = Array.isArray(ids) ? ids.filter(isRecord).map(({ identifier }) => String(identifier)) : []
  return values.some(value => identifierOf(`isbn:${value}`)?.value === isbn)
}

function inCsl(answer: object): readonly Record<string, unknown>[] {
  try {
    // The cast corrects the typings, which demand options that have defaults. The plug-in recognises the
    // format of its input.
    const chain = plugins.input.chain as unknown as (
      data: object,
      options: object,
    ) => Record<string, unknown>[]
    return chain(answer, { generateGraph: false })
  } catch (cause) {
    throw new LookUpError(
      'lookup-answer',
      `the answer cannot be read: ${messageOf(cause)}`,
      askElsewhere,
      cause,
    )
  }
}

/** Reads the JSON object of an answer; some registries wrap it in a list. */
async function fetchJson(
  address: string,
  accept: string,
  options: LookUpOptions,
): Promise<Record<string, unknown>> {
  const text = await fetchText(address, { accept, agent: agentOf(options.mailto), timeout: options.timeout })
  const host = new URL(address).host
  try {
    const [data]: unknown[] = [JSON.parse(text)].flat()
    if (data === undefined) {
      throw new LookUpError('lookup-missing', `${host} has no such work`, askElsewhere)
    }
    if (isRecord(data)) return data
  } catch (cause) {
    if (cause instanceof LookUpError) throw cause
    const reason = `${host} answers with broken JSON: ${messageOf(cause)}`
    throw new LookUpError('lookup-answer', reason, 'Try again later.', cause)
  }
  throw new LookUpError('lookup-answer', `${host} answers with JSON that is no work`, 'Try again later.')
}

/** Checks that the answer has a title and is about the identifier that was asked for. */
function checkWork(
  { title }: Work,
  {
    asked,
    given,
    kind,
  }: { readonly asked: string; readonly given: string | undefined; readonly kind: string },
): void {
  if (title === undefined) {
    const reason = 'the answer has no title, expected a work'
    throw new LookUpError('lookup-answer', reason, askElsewhere)
  }
  const nameOf = (value: string) => identifierOf(`${kind}:${value}`)?.value
  if (given === undefined || nameOf(given) === nameOf(asked)) return
  const reason = `the answer is about ${kind}:${given}, expected ${kind}:${asked}`
  throw new LookUpError(
    'lookup-answer',
    reason,
    `If this is the work that you mean, look up ${kind}:${given}.`,
  )
}

function agentOf(mailto: string | undefined): string {
  return `Offprint/${version()}${mailto ? ` (mailto:${mailto})` : ''}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
