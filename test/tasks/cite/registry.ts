/**
 * Test help: registries on 127.0.0.1 that answer in the shape of the real ones, with works that do not exist.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registries } from '../../../pipeline/tasks/cite/look-up.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface RegistryServer {
  readonly registries: Registries
  readonly address: string
  /** Requests in order: method, path, headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  /** How many were under way at once, at most, by the first part of the path. */
  readonly most: Map<string, number>
  close(): Promise<void>
}

/** `answers`: by path; anything else is a 404. */
export async function serveRegistries(answers: Readonly<Record<string, Handler>>): Promise<RegistryServer> {
  const requests: RegistryServer['requests'] = []
  const [open, most] = [new Map<string, number>(), new Map<string, number>()]
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push({ path, headers: request.headers })
    const part = path.split('/')[1] ?? ''
    open.set(part, (open.get(part) ?? 0) + 1)
    most.set(part, Math.max(most.get(part) ?? 0, open.get(part) ?? 0))
    response.on('close', () => open.set(part, (open.get(part) ?? 0) - 1))
    // DOIs are the same in capitals.
    const answer = answers[path] ?? answers[path.toLowerCase()]
    if (answer) answer(request, response)
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>DOI not found</h1>')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  // A server on TCP has an address of this form.
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  return {
    address,
    requests,
    most,
    registries: {
      doi: `${address}/doi`,
      pubmed: `${address}/ncbi`,
      openLibrary: `${address}/ol`,
      googleBooks: `${address}/google`,
    },
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export function json(data: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Handler {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(data))
  }
}

/** As Crossref answers for content negotiation. */
export const crossref = {
  indexed: { 'date-parts': [[2024, 1, 2]], 'date-time': '2024-01-02T03:04:05Z', timestamp: 1704164645000 },
  'reference-count': 12,
  publisher: 'Invented Press & Sons',
  issue: '3-4',
  license: [{ start: { 'date-parts': [[2019, 6, 1]] }, URL: 'https://creativecommons.org/licenses/by/4.0/' }],
  'content-domain': { domain: [], 'crossmark-restriction': false },
  'short-container-title': ['J. Inv. Res.'],
  'published-print': { 'date-parts': [[2019, 7]] },
  DOI: '10.5555/Inv.2019.17',
  type: 'journal-article',
  created: { 'date-parts': [[2019, 6, 2]] },
  page: '101\u2013119',
  source: 'Crossref',
  title:
    'Growth of\n            <i>E. coli</i> in CO<sub>2</sub> &amp; the\n  <scp>DNA</scp> of <jats:italic>T.&amp;nbsp;aquaticus</jats:italic>',
  prefix: '10.5555',
  volume: '17',
  author: [
    { given: 'J. D.', family: 'van der Meer', sequence: 'first', affiliation: [] },
    {
      ORCID: 'http://orcid.org/0000-0002-1825-0097',
      given: 'José',
      family: 'Ortega y Gasset',
      affiliation: [],
    },
    { given: 'Martin', family: 'King', suffix: 'Jr.', sequence: 'additional', affiliation: [] },
    { name: 'Working Group on Wells and Pumps', sequence: 'additional', affiliation: [] },
  ],
  member: '1',
  reference: [{ key: 'r1', DOI: '10.5555/other' }],
  'container-title': 'Journal of Invented Research &amp; Practice',
  'original-title': [],
  language: 'en',
  link: [{ URL: 'https://press.example/17.pdf', 'content-type': 'application/pdf' }],
  score: 1,
  subtitle: [],
  'short-title': [],
  issued: { 'date-parts': [[2019, 6, 1]] },
  'references-count': 12,
  URL: 'http://dx.doi.org/10.5555/Inv.2019.17',
  relation: {},
  ISSN: ['1234-5679', '2345-678X'],
  subject: [],
  published: { 'date-parts': [[2019, 6, 1]] },
}

/** As DataCite answers. */
export const datacite = {
  type: 'dataset',
  id: 'https://doi.org/10.5072/wells.9',
  categories: ['Water'],
  author: [{ family: 'Łukasiewicz', given: 'Żaneta' }, { literal: 'Well Survey' }],
  contributor: [],
  issued: { 'date-parts': [[2021, 3, 5]] },
  abstract: '<p>Readings.</p>',
  DOI: '10.5072/WELLS.9',
  publisher: 'Invented Data Archive',
  title: 'Readings of 12 wells: levels_and {depths}, 5 % error',
  URL: 'https://archive.example/wells/9',
  copyright: 'CC0',
  version: '1.2',
}

export const arxiv = {
  type: 'article',
  id: 'https://doi.org/10.48550/arxiv.2101.00001',
  categories: ['Optics (physics.optics)'],
  author: [{ family: 'Lee', given: 'Ann' }],
  issued: { 'date-parts': [[2021]] },
  abstract: 'We invent.',
  DOI: '10.48550/ARXIV.2101.00001',
  publisher: 'arXiv',
  title: 'Light in invented media',
  URL: 'https://arxiv.org/abs/2101.00001',
}

/** As NCBI's Literature Citation Exporter answers. */
export const pubmed = {
  source: 'PubMed',
  accessed: { 'date-parts': [[2024, 2, 3]] },
  id: 'pmid:90000001',
  title: 'Pumps and their handles.',
  author: [{ family: 'Snow', given: 'Joan' }],
  'container-title-short': 'Invent Med',
  'container-title': 'Invented medicine',
  ISSN: '1234-5679',
  issued: { 'date-parts': [[2018, 9, 7]] },
  page: 'e1002',
  volume: '5',
  issue: '2',
  PMID: '90000001',
  PMCID: 'PMC9000001',
  DOI: '10.5555/pumps',
  type: 'article-journal',
}

export const openLibrary = {
  'ISBN:9780000000019': {
    url: 'https://openlibrary.org/books/OL0M/Wells',
    key: '/books/OL0M',
    title: 'Wells of the world',
    subtitle: 'a history',
    authors: [{ url: 'https://openlibrary.org/authors/OL0A/X', name: 'Grace B. Hopper' }],
    number_of_pages: 312,
    identifiers: { isbn_10: ['0000000019'], isbn_13: ['9780000000019'], openlibrary: ['OL0M'] },
    publishers: [{ name: 'Invented Press' }],
    publish_places: [{ name: 'Geneva' }],
    publish_date: 'March 2009',
    subjects: [{ name: 'Wells', url: 'https://openlibrary.org/subjects/wells' }],
  },
}

export const googleBooks = {
  kind: 'books#volumes',
  totalItems: 1,
  items: [
    {
      kind: 'books#volume',
      id: 'abc',
      etag: 'x',
      volumeInfo: {
        title: 'Pumps',
        subtitle: 'Their Handles',
        authors: ['Edsger Dijkstra'],
        publisher: 'Invented House',
        publishedDate: '1999-04-01',
        description: 'On pumps.',
        industryIdentifiers: [
          { type: 'ISBN_10', identifier: '0000000027' },
          { type: 'ISBN_13', identifier: '9780000000026' },
        ],
        pageCount: 90,
        printType: 'BOOK',
        language: 'en',
        canonicalVolumeLink: 'https://books.example/abc',
      },
    },
  ],
}

export const ordinary: Readonly<Record<string, Handler>> = {
  // doi.org sends on to the agency.
  '/doi/10.5555/inv.2019.17': (_, response) => {
    response.writeHead(302, { location: '/crossref/v1/works/inv/transform' }).end('Handle Redirect')
  },
  '/crossref/v1/works/inv/transform': json(crossref),
  '/doi/10.5072/wells.9': json(datacite),
  '/doi/10.48550/arXiv.2101.00001': json(arxiv),
  '/doi/10.5555/pumps': json({ ...crossref, DOI: '10.5555/pumps', title: 'Pumps and their handles' }),
  '/doi/10.5555/a%3C1%3A2%3E2.0%3B3': json({ ...crossref, DOI: '10.5555/a<1:2>2.0;3', title: 'Odd' }),
  '/ncbi/v1/pubmed/?format=csl&id=90000001': json(pubmed),
  '/ncbi/v1/pmc/?format=csl&id=9000001': json({ ...pubmed, id: 'pmcid:PMC9000001' }),
  '/ol/api/books?bibkeys=ISBN:9780000000019&format=json&jscmd=data': json(openLibrary),
  '/ol/api/books?bibkeys=ISBN:9780000000026&format=json&jscmd=data': json({}),
  '/google/v1/volumes?q=isbn:9780000000026': json(googleBooks),
  '/ol/api/books?bibkeys=ISBN:9780000000033&format=json&jscmd=data': json({}),
  '/google/v1/volumes?q=isbn:9780000000033': json({ kind: 'books#volumes', totalItems: 0 }),
}
