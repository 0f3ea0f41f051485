/** Which browser makes the pages on which machine; what is said if there is none, or an old one. */
import { describe, expect, it } from 'vitest'
import {
  type BrowserMachine,
  findBrowser,
  noBrowserRemedy,
  versionProblem,
} from '../../../pipeline/tools/browser/find-browser.ts'

const glibc = '/lib64/ld-linux-x86-64.so.2'
const musl = '/lib/ld-musl-x86_64.so.1'
const chromium = '/usr/bin/chromium'
const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

function machine(files: readonly string[], settings: Partial<BrowserMachine> = {}): BrowserMachine {
  return {
    platform: 'linux',
    arch: 'x64',
    environment: { PATH: '/usr/bin' },
    home: '/home/ann',
    hasPackage: true,
    installed: undefined,
    exists: path => files.includes(path),
    ...settings,
  }
}

describe('the browser', () => {
  it.each<[string, BrowserMachine, object | undefined]>([
    ['Linux, x64, glibc', machine([glibc, chromium]), { source: 'package' }],
    ['glibc with musl beside it', machine([glibc, musl]), { source: 'package' }],
    ['Linux of other folders', machine([]), { source: 'package' }],
    ['without the package', machine([glibc, chromium], { hasPackage: false }), { path: chromium }],
    ['musl', machine([musl, chromium]), { source: 'system', name: 'Chromium', path: chromium }],
    ['Alpine with glibc', machine([glibc, musl, '/etc/alpine-release']), undefined],
    ['Linux, arm64', machine([chromium], { arch: 'arm64' }), { source: 'system', path: chromium }],
    ['Linux, arm64, bare', machine([], { arch: 'arm64' }), undefined],
    ['macOS', machine([chrome], { platform: 'darwin', arch: 'arm64' }), { name: 'Chrome', path: chrome }],
    ['Windows', machine([edge], { platform: 'win32', environment: {} }), { name: 'Edge', path: edge }],
    ['Windows, bare', machine([], { platform: 'win32', environment: {} }), undefined],
  ])('of %s', (_, on, expected) => {
    if (expected === undefined) expect(findBrowser(on)).toBeUndefined()
    else expect(findBrowser(on)).toMatchObject(expected)
  })

  it('that the caller names comes first, also if it does not exist', () => {
    const environment = { OFFPRINT_BROWSER: '/own', PUPPETEER_EXECUTABLE_PATH: '/other' }
    const named = { source: 'named', variable: 'OFFPRINT_BROWSER', path: '/own' }
    expect(findBrowser(machine([glibc], { environment }))).toEqual(named)
    const other = { OFFPRINT_BROWSER: '', PUPPETEER_EXECUTABLE_PATH: '/other' }
    expect(findBrowser(machine([glibc], { environment: other }))).toMatchObject({ path: '/other' })
  })

  it('that `offprint setup` installed comes before those of the system, if it is still there', () => {
    const settings = { platform: 'darwin', installed: '/cache/shell' } as const
    expect(findBrowser(machine([chrome, '/cache/shell'], settings))).toEqual({
      source: 'setup',
      path: '/cache/shell',
    })
    expect(findBrowser(machine([chrome], settings))).toMatchObject({ source: 'system', path: chrome })
  })

  it('that is missing has the remedies of the system', () => {
    expect(noBrowserRemedy(machine([musl]))).toContain('apk add chromium')
    expect(noBrowserRemedy(machine([], { platform: 'darwin' }))).toContain('offprint setup')
  })
})

it.each([
  ['HeadlessChrome/153.0.8010.0', true],
  ['Chrome/141.0.7390.0', true],
  ['Edg/160.1', true],
  ['HeadlessChrome/140.0.0.0', false],
  ['Chrome/99.0', false],
  ['Lynx', false],
])('the pages of %s can be relied upon: %s', (version, isReliable) => {
  expect(versionProblem(version) === undefined).toBe(isReliable)
})
