/** Failures of registries: each is reported in one message, and the other works are added. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { memoryHost } from '../../../pipeline/host/index.ts'
import { useProxies } from '../../../pipeline/tasks/cite/fetch-text.ts'
import { cite } from '../../../pipeline/tasks/cite/index.ts'
import { registriesOf } from '../../../pipeline/tasks/cite/look-up.ts'
import {
  crossref,
  datacite,
  json,
  ordinary,
  pubmed,
  type RegistryServer,
  serveRegistries,
} from './registry.ts'

const busy = new Map<string, number>()
/** The status the first time, the work the second. */
const onceBusy = (status: number, headers: Readonly<Record<string, string>>, always = false) =>
  ((request, response) => {
    const path = request.url ?? ''
    const count = (busy.get(path) ?? 0) + 1
    busy.set(path, count)
    if (count > 1 && !always) json({ ...crossref, DOI: path.slice(5) })(request, response)
    else response.writeHead(status, headers).end('busy')
  }) satisfies Parameters<typeof serveRegistries>[0][string]

const redirect = (location: string) =>
  ((_, response) => {
    response.writeHead(302, { location }).end()
  }) satisfies Parameters<typeof serveRegistries>[0][string]

const text = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  ((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body)
  }) satisfies Parameters<typeof serveRegistries>[0][string]

let server: RegistryServer
beforeAll(async () => {
  server = await serveRegistries({
    ...ordinary,
    '/doi/10.5555/html': text('<html>', { 'content-type': 'text/html; charset=utf-8' }),
    '/doi/10.5555/broken': text('{"title": "A'),
    '/doi/10.5555/list': text('[]'),
    '/doi/10.5555/number': text('42'),
    '/doi/10.5555/empty': text(''),
    '/doi/10.5555/untitled': json({ DOI: '10.5555/untitled', type: 'book' }),
    '/doi/10.5555/other': json(crossref),
    '/doi/10.5555/error': (_, response) => void response.writeHead(500).end('oops'),
    '/doi/10.5555/unacceptable': (_, response) => void response.writeHead(406).end(),
    '/doi/10.5555/circle': redirect('/doi/10.5555/circle2'),
    '/doi/10.5555/circle2': redirect('/doi/10.5555/circle'),
    '/doi/10.5555/file': redirect('file:///etc/passwd'),
    '/doi/10.5555/slow': () => undefined,
    '/doi/10.5555/trickle': (_, response) => void response.writeHead(200).write('{'),
    '/doi/10.5555/cut': (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{')
      setImmediate(() => response.destroy())
    },
    '/doi/10.5555/reset': request => void request.socket.destroy(),
    '/doi/10.5555/huge': text(gzipSync(Buffer.alloc(6_000_000, ' ')), { 'content-encoding': 'gzip' }),
    '/doi/10.5555/gzip': text(gzipSync(JSON.stringify({ ...crossref, DOI: '10.5555/gzip' })), {
      'content-encoding': 'gzip',
    }),
    '/doi/10.5555/busy': onceBusy(429, { 'retry-after': '0' }),
    '/doi/10.5555/down': onceBusy(503, { 'retry-after': new Date(0).toUTCString() }),
    '/doi/10.5555/busier': onceBusy(429, { 'retry-after': '0' }, true),
    '/doi/10.5555/tomorrow': onceBusy(503, { 'retry-after': '86400' }, true),
    '/ncbi/v1/pubmed/?format=csl&id=2': json({ status: 'error', message: 'no such id' }),
    '/ncbi/v1/pubmed/?format=csl&id=3': json(pubmed),
    '/ol/api/books?bibkeys=ISBN:9780000000040&format=json&jscmd=data': text('<'),
    '/google/v1/volumes?q=isbn:9780000000040': json({ error: { code: 429 } }, 403),
    '/ol/api/books?bibkeys=ISBN:9780000000057&format=json&jscmd=data': json({
      'ISBN:9780000000057': { title: 'No more', authors: 'x' },
    }),
  })
})
afterAll(async () => await server.close())

async function run(ids: readonly string[], registries = server.registries, timeout = 10) {
  const host = memoryHost({ '/p/article.md': 'Text.\n' })
  server.requests.length = 0
  const lookUp = { registries, timeout, mailto: 'me@example.org' }
  const result = await cite({ ids, path: '/p', lookUp }, host)
  const lines = messageLines(result.files, '/p')
  return {
    keys: result.works.map(({ item }) => item.id),
    messages: lines.filter(line => !line.startsWith(' ')),
    notes: lines.filter(line => line.startsWith(' ')),
    written: new TextDecoder().decode(host.files.get('/p/references.bib')),
  }
}

describe('a registry', () => {
  it.each([
    ['10.5555/html', 'answers with a web page, expected data', 'lookup-answer'],
    ['10.5555/broken', 'answers with broken JSON', 'lookup-answer'],
    ['10.5555/list', 'has no such work', 'lookup-missing'],
    ['10.5555/number', 'answers with JSON that is no work', 'lookup-answer'],
    ['10.5555/empty', 'answers with nothing, expected data', 'lookup-answer'],
    ['10.5555/untitled', 'has no title, expected a work', 'lookup-answer'],
    ['10.5555/other', 'is about doi:10.5555/Inv.2019.17, expected doi:10.5555/other', 'lookup-answer'],
    ['10.5555/error', 'answers with status 500', 'lookup-failed'],
    ['10.5555/unacceptable', 'answers with status 406', 'lookup-failed'],
    ['10.5555/circle', 'redirects in a circle', 'lookup-failed'],
    ['10.5555/file', 'redirects to file:', 'lookup-failed'],
    ['10.5555/cut', 'cannot be reached: ', 'lookup-failed'],
    ['10.5555/reset', 'cannot be reached: ', 'lookup-failed'],
    ['10.5555/huge', 'answers with more than 5 MB', 'lookup-failed'],
    ['10.5555/busier', 'answers with status 429', 'lookup-failed'],
    ['10.5555/tomorrow', 'asks to wait for 86400 seconds', 'lookup-failed'],
    ['pmid:1', 'has no such work', 'lookup-missing'],
    ['pmid:2', 'has no title, expected a work', 'lookup-answer'],
    ['pmid:3', 'is about pmid:90000001, expected pmid:3', 'lookup-answer'],
    ['9780000000040', 'answers with broken JSON', 'lookup-answer'],
    ['9780000000057', 'cannot be read', 'lookup-answer'],
  ])('fails for %s: %s', async (id, reason, rule) => {
    const { keys, messages, notes, written } = await run([id, '10.5072/wells.9'])
    expect(messages).toEqual([expect.stringContaining(reason)])
    expect(messages[0]).toMatch(new RegExp(`^references\\.bib {2}error {2}.* {2}${rule}$`))
    expect(notes).toHaveLength(1)
    expect(keys).toEqual(['lukasiewicz2021readings'])
    expect(written.match(/^@/gm)).toHaveLength(1)
  })

  it.each(['10.5555/slow', '10.5555/trickle'])('is not waited for beyond the time limit: %s', async id => {
    const { messages, notes, written } = await run([id], server.registries, 0.2)
    expect(messages).toEqual([expect.stringMatching(/did not answer within 0\.2 seconds {2}lookup-failed$/)])
    expect(notes.join()).toContain('--timeout')
    expect(written).toBe('')
  })

  it.each(['10.5555/busy', '10.5555/down', '10.5555/gzip'])(
    'may be busy at first or compress its answer: %s',
    async id => {
      const { messages, keys } = await run([id])
      expect(messages).toEqual([])
      expect(keys).toEqual(['meer2019growth'])
    },
  )

  it('leaves no file if no work is found', async () => {
    const { keys, written } = await run(['10.5555/html'])
    expect(keys).toEqual([])
    expect(written).toBe('')
  })

  it('is reported if it cannot be reached', async () => {
    const gone = await serveRegistries({})
    await gone.close()
    const { messages, notes } = await run(['10.5555/pumps'], gone.registries)
    expect(messages).toEqual([expect.stringMatching(/cannot be reached: .*ECONNREFUSED/)])
    expect(notes.join()).toContain('HTTPS_PROXY')
  })

  it('receives the name of the program and the format that is asked for', async () => {
    await run(['10.5072/wells.9', '10.5555/inv.2019.17'])
    for (const { headers } of server.requests) {
      expect(headers['user-agent']).toMatch(/^Offprint\/\d+\.\d+\.\d+ \(mailto:me@example\.org\)$/)
      expect(headers.accept).toMatch(/^application\/vnd\.citationstyles\.csl\+json/)
    }
    expect(server.requests).toHaveLength(3)
  })

  it('receives few requests at once', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `10.5072/many.${index}`)
    const many = await serveRegistries(
      Object.fromEntries(ids.map(id => [`/doi/${id}`, json({ ...datacite, DOI: id })])),
    )
    const { keys } = await run(ids, many.registries)
    await many.close()
    expect(keys).toHaveLength(12)
    expect(keys.slice(0, 3)).toEqual([
      'lukasiewicz2021readings',
      'lukasiewicz2021readingsa',
      'lukasiewicz2021readingsb',
    ])
    expect(many.most.get('doi')).toBeLessThanOrEqual(3)
  })
})

it('the addresses of registries are taken from the environment', () => {
  expect(registriesOf({}).doi).toBe('https://doi.org')
  expect(registriesOf({ OFFPRINT_DOI_URL: 'http://mirror.example/doi/' }).doi).toBe(
    'http://mirror.example/doi',
  )
})

describe('a Node that cannot be given a proxy after its start', () => {
  it('looks up without proxies', () => {
    expect(useProxies({ NO_PROXY: 'localhost', HTTP_PROXY: '' }, {})).toBeUndefined()
  })

  it('is asked to use a proxy from its start', () => {
    expect(useProxies({ HTTPS_PROXY: 'http://proxy:8080', NODE_USE_ENV_PROXY: '1' }, {})).toBeUndefined()
    for (const key of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])
      expect(() => useProxies({ [key]: 'http://proxy:8080' }, {})).toThrow(`${key} is set`)
  })
})
