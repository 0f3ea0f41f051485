/**
 * `offprint cite`: help, usage, exit status, files on the disk, and a proxy of the environment.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http, { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ordinary, type RegistryServer, serveRegistries } from '../tasks/cite/registry.ts'
import { run, runProgram } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
let server: RegistryServer
beforeAll(async () => {
  server = await serveRegistries(ordinary)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Runs `offprint cite` with the test's registries; in a process of its own if it has an environment. */
function cite(words: readonly string[], environment?: Readonly<Record<string, string>>) {
  const { doi, pubmed, openLibrary, googleBooks } = server.registries
  const registries = {
    OFFPRINT_DOI_URL: doi,
    OFFPRINT_PUBMED_URL: pubmed,
    OFFPRINT_OPENLIBRARY_URL: openLibrary,
    OFFPRINT_GOOGLE_BOOKS_URL: googleBooks,
  }
  const runIt = environment ? runProgram : run
  return runIt(['cite', ...words], { folder, environment: { ...registries, ...environment } })
}

it('shows examples in its help', async () => {
  const { status, stdout } = await cite(['--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('offprint cite --missing -m paper')
})

it.each([
  [[]],
  [['10.1/x', '10.1/y', '--key', 'a']],
  [['10.5555/pumps', '--key', 'a b']],
  [['10.5555/pumps', '--timeout', 'soon']],
  [['10.5555/pumps', '--colour']],
])('ends with status 2 if it is called in a wrong way: %j', async words => {
  const { status, stderr } = await cite(words)
  expect(status).toBe(2)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('adds a work to the file and prints its key; ends with status 1 if a work was not found', async () => {
  const paper = join(folder, 'paper')
  mkdirSync(paper)
  writeFileSync(join(paper, 'article.md'), '---\nbibliography: refs.bib\n---\nText.\n')
  writeFileSync(join(paper, 'refs.bib'), '% mine\n')
  const { status, stdout, stderr } = await cite(['pmid:90000001', '-m', 'paper', '--key', 'pumps'])
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toBe('[@pumps]  Snow 2018, Pumps and their handles\n1 entry added to paper/refs.bib\n')
  expect(readFileSync(join(paper, 'refs.bib'), 'utf8')).toMatch(/^% mine\n\n@article\{pumps,\n/)
  expect(readdirSync(paper).sort()).toEqual(['article.md', 'refs.bib'])

  const second = await cite(['10.5555/none', '9780000000019', '-m', 'paper'])
  expect(second.status).toBe(1)
  expect(second.stderr).toMatch(/^paper\/refs\.bib {2}error {2}doi:10\.5555\/none: .* lookup-missing$/m)
  expect(second.stdout).toContain('1 entry added to paper/refs.bib')
})

it('prints only CSL-JSON with --json, and writes nothing with --dry-run', async () => {
  const { status, stdout } = await cite(['10.5072/wells.9', '--json', '--dry-run'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject([{ id: 'lukasiewicz2021readings', DOI: '10.5072/WELLS.9' }])
  expect(readdirSync(folder)).not.toContain('references.bib')
})

it('says that nothing is missing', async () => {
  writeFileSync(join(folder, 'whole.md'), 'Text.\n')
  const { status, stdout } = await cite(['--missing', '-m', 'whole.md'])
  expect([status, stdout]).toEqual([0, 'Nothing is missing.\n'])
})

/** Node 22 uses proxies from its start or not at all. */
const canSetProxy = 'setGlobalProxyFromEnv' in http

it('uses the proxy that the environment names', async () => {
  const requests: string[] = []
  const proxy = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    requests.push(request.url ?? '')
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done))
  // A server on TCP has an address of this form.
  const { port } = proxy.address() as AddressInfo
  const { status, stderr } = await cite(['10.5072/wells.9', '--dry-run'], {
    OFFPRINT_DOI_URL: 'http://registry.invalid',
    HTTP_PROXY: `http://127.0.0.1:${port}`,
    NO_PROXY: '',
    ...(!canSetProxy && { NODE_USE_ENV_PROXY: '1' }),
  })
  proxy.close()
  expect(requests.join()).toContain('registry.invalid')
  expect(status).toBe(1)
  expect(stderr).toMatch(/lookup-failed/)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it.each([
  [{ HTTP_PROXY: 'nonsense' }, canSetProxy ? 'Unexpected proxy `nonsense`' : 'HTTP_PROXY is set'],
  [{ OFFPRINT_DOI_URL: 'nonsense' }, 'nonsense/10.5072/wells.9 is no address'],
])('reports a broken address: %j', async (environment, reason) => {
  const { status, stderr } = await cite(['10.5072/wells.9', '--dry-run'], environment)
  expect(status).toBe(1)
  expect(stderr).toContain(reason)
  expect(stderr).not.toMatch(/^\s+at /m)
})
