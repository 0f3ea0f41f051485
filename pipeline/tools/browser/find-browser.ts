/**
 * Decides which browser makes the pages: the one that the caller names; the one inside the package, on Linux
 * with glibc on x86-64; the one that `offprint setup` has installed; one of the system. Pure: the machine is
 * given, nothing is started, unpacked or downloaded.
 */
import { type Machine, type SystemBrowser, systemBrowserPlaces } from './system-browsers.ts'

export interface BrowserMachine extends Machine {
  readonly arch: string
  /** True if @sparticuz/chromium is installed. */
  readonly hasPackage: boolean
  /** The program that `offprint setup` has installed. */
  readonly installed: string | undefined
  exists(path: string): boolean
}

export type ChosenBrowser =
  /** Named by the environment. It may not exist. */
  | { readonly source: 'named'; readonly variable: string; readonly path: string }
  | { readonly source: 'package' }
  | { readonly source: 'setup'; readonly path: string }
  | ({ readonly source: 'system' } & SystemBrowser)

/** The variables that name a browser: Offprint's own, and the one of puppeteer. */
const variables = ['OFFPRINT_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const

/** The browser for a machine; undefined if it has none. */
export function findBrowser(machine: BrowserMachine): ChosenBrowser | undefined {
  const { environment, installed, exists } = machine
  for (const variable of variables) {
    const path = environment[variable]
    if (path !== undefined && path !== '') return { source: 'named', variable, path }
  }
  if (packageHasBuild(machine)) return { source: 'package' }
  if (installed !== undefined && exists(installed)) return { source: 'setup', path: installed }
  const system = systemBrowserPlaces(machine).find(({ path }) => exists(path))
  return system && { source: 'system', ...system }
}

/** True if the program in @sparticuz/chromium runs here. Version 153.0.0 has one for glibc on x86-64. */
export function packageHasBuild(
  machine: Pick<BrowserMachine, 'platform' | 'arch' | 'hasPackage' | 'exists'>,
): boolean {
  return machine.platform === 'linux' && machine.arch === 'x64' && machine.hasPackage && !isMusl(machine)
}

/** True on Alpine Linux and other systems whose C library is musl, also if they imitate glibc. */
export function isMusl({ platform, exists }: Pick<BrowserMachine, 'platform' | 'exists'>): boolean {
  if (platform !== 'linux') return false
  const hasMusl = ['x86_64', 'aarch64'].some(arch => exists(`/lib/ld-musl-${arch}.so.1`))
  return exists('/etc/alpine-release') || (hasMusl && !exists('/lib64/ld-linux-x86-64.so.2'))
}

/** What to do on a machine without a browser. */
export function noBrowserRemedy(machine: Pick<BrowserMachine, 'platform' | 'exists'>): string {
  const path = 'or set OFFPRINT_BROWSER to the path of one'
  if (isMusl(machine)) return `Install Chromium (apk add chromium), ${path}.`
  return `Run "offprint setup", which downloads one, install Chrome, Edge or Chromium, ${path}.`
}

/**
 * The oldest major version whose pages were compared: they were the same as those of the version in the
 * package. Pages are measured in the browser that prints them, so a newer one can be relied upon, too.
 */
const oldestVersion = 141

/** What to say about a browser whose pages cannot be relied upon, by its version, `HeadlessChrome/153.0`. */
export function versionProblem(version: string): string | undefined {
  const major = Number(/\/(\d+)/.exec(version)?.[1] ?? Number.NaN)
  if (major >= oldestVersion) return undefined
  return `Unexpected browser ${version}, expected Chromium ${oldestVersion} or later: its pages were not tried`
}
