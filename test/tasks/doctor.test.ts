/** What `offprint doctor` finds, on machines that lack one thing each. */
import { describe, expect, it } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'
import { type DoctorOptions, doctor } from '../../pipeline/tasks/doctor.ts'
import type { BrowserMachine } from '../../pipeline/tools/browser/find-browser.ts'
import { type Browser, BrowserError } from '../../pipeline/tools/browser/puppeteer.ts'
import { library } from '../build-article.ts'

const machine: BrowserMachine = {
  platform: 'linux',
  arch: 'x64',
  environment: { XDG_CACHE_HOME: '/cache' },
  home: '/home/ann',
  hasPackage: true,
  installed: undefined,
  exists: () => false,
}

/** A browser that prints every page, of which the doctor uses no more than this. */
const browserOf = (version: string) =>
  ({
    open: async () => ({ print: async () => new Uint8Array() }),
    version: () => version,
    close: async () => {},
  }) as unknown as Browser

const launch = async () => browserOf('HeadlessChrome/153.0')

async function rowsOf(options: Partial<DoctorOptions>) {
  const usual = {
    library,
    folder: '/paper',
    node: 'v24.1.0',
    machine,
    uid: 1000,
    launch,
    mayWrite: () => true,
  }
  const rows = await doctor({ ...usual, ...options }, diskHost)
  return new Map(rows.map(row => [row.subject, row]))
}

const failing = (failure: 'no-sandbox' | 'ended') => async () => {
  throw new BrowserError(failure, 'It does not start.', 'Do this.')
}
const inEnvironment = (environment: BrowserMachine['environment']) => ({ ...machine, environment })

it('a machine that has everything is well', async () => {
  const rows = await rowsOf({})
  expect([...rows.values()].filter(({ state }) => state !== 'ok')).toEqual([])
  expect(rows.get('browser')?.finding).toBe('HeadlessChrome/153.0, which comes with Offprint')
  expect(rows.get('citation styles')?.finding).toContain('apa, harvard1, vancouver')
  expect(rows.get('cache')?.finding).toBe('/cache/offprint')
})

describe('a machine with', () => {
  const unnamed = inEnvironment({ OFFPRINT_BROWSER: '/gone' })
  it.each<[string, Partial<DoctorOptions>, string, string, RegExp]>([
    ['old Node', { node: 'v20.20.2' }, 'Node', 'error', /v20/],
    [
      'no browser',
      { machine: { ...machine, arch: 'arm64' } },
      'browser',
      'error',
      /no browser on this machine/,
    ],
    ['a path without a browser', { machine: unnamed }, 'browser', 'error', /no browser at \/gone/],
    ['a browser that fails', { launch: failing('ended') }, 'browser', 'error', /does not start/],
    ['an old browser', { launch: async () => browserOf('Chrome/99.0') }, 'browser', 'warning', /Chrome\/99/],
    ['no sandbox', { launch: failing('no-sandbox') }, 'sandbox', 'error', /does not start/],
    ['the superuser', { uid: 0 }, 'sandbox', 'warning', /superuser/],
    ['no fonts', { library: '/nowhere' }, 'fonts', 'error', /missing/],
    ['no cache', { mayWrite: () => false }, 'cache', 'error', /cannot be written/],
    ['a cache elsewhere', { mayWrite: path => !path.startsWith('/cache') }, 'cache', 'warning', /is used/],
    ['a folder of others', { mayWrite: path => path !== '/paper' }, 'folder', 'warning', /\/paper/],
    [
      'no style',
      { machine: inEnvironment({ OFFPRINT_CSL: '/no' }) },
      'citation styles',
      'warning',
      /in \/no/,
    ],
  ])('%s has it in a row, with a remedy', async (_, options, subject, state, finding) => {
    const row = [...(await rowsOf(options)).values()].find(row => row.subject === subject)
    expect(row).toMatchObject({ state, finding: expect.stringMatching(finding) })
    expect(row?.remedy).toMatch(/\w.*\.$/)
  })
})
