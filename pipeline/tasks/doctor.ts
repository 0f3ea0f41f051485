/**
 * What Offprint finds on this machine, row by row: what pages need, and what else a build uses. Starts the
 * browser once, and writes and downloads nothing but the browser that comes with Offprint, which is unpacked.
 */
import { fallbackFaces, fontFaces } from '../fonts/index.ts'
import { canWrite } from '../host/can-write.ts'
import type { Host } from '../host/index.ts'
import { packagedStyles } from '../journal/find-csl.ts'
import { loadJournal } from '../journal/index.ts'
import { isSandboxed } from '../tools/browser/browser-arguments.ts'
import { cacheFolders } from '../tools/browser/cache-folder.ts'
import { requireBrowser, thisMachine } from '../tools/browser/chromium.ts'
import { type BrowserMachine, type ChosenBrowser, versionProblem } from '../tools/browser/find-browser.ts'
import { type Browser, BrowserError, launchBrowser } from '../tools/browser/puppeteer.ts'
import { defaultJournal } from './choose-journal.ts'

export interface DoctorRow {
  readonly subject: 'Node' | 'browser' | 'sandbox' | 'fonts' | 'citation styles' | 'cache' | 'folder'
  /** `error`: pages cannot be made. */
  readonly state: 'ok' | 'warning' | 'error'
  readonly finding: string
  readonly remedy?: string
}

export interface DoctorOptions {
  /** Absolute path of the folder of the journals. */
  readonly library: string
  /** Absolute path of the folder in which files would be written. */
  readonly folder: string
  /** The version of Node, `v24.1.0`. Default: that of this process. */
  readonly node?: string
  readonly machine?: BrowserMachine
  readonly uid?: number | undefined
  readonly launch?: () => Promise<Browser>
  readonly mayWrite?: (folder: string) => boolean
}

export async function doctor(options: DoctorOptions, host: Host): Promise<readonly DoctorRow[]> {
  const { node = process.version, machine = thisMachine(), mayWrite = canWrite } = options
  return [
    nodeRow(node),
    ...(await browserRows(machine, options)),
    await fontRow(options.library, host),
    await styleRow(options.library, machine.environment, host),
    cacheRow(cacheFolders(machine.environment), mayWrite),
    folderRow(options.folder, mayWrite),
  ]
}

const oldestNode = 22

function nodeRow(version: string): DoctorRow {
  const isOld = Number(/^v(\d+)/.exec(version)?.[1]) < oldestNode
  return isOld
    ? { subject: 'Node', state: 'error', finding: version, remedy: `Install Node ${oldestNode} or later.` }
    : { subject: 'Node', state: 'ok', finding: version }
}

/** The browser and its sandbox: both are known when it has printed a page. */
async function browserRows(machine: BrowserMachine, options: DoctorOptions): Promise<readonly DoctorRow[]> {
  const { launch = launchBrowser, uid = process.getuid?.() } = options
  let origin = 'none'
  try {
    origin = originText(requireBrowser(machine))
    const version = await printOnce(launch)
    const problem = versionProblem(version)
    const browser: DoctorRow = { subject: 'browser', state: 'ok', finding: `${version}, ${origin}` }
    const remedy = 'Update it, or run "offprint setup".'
    return [
      problem === undefined
        ? browser
        : { ...browser, state: 'warning', finding: `${problem} (${origin})`, remedy },
      sandboxRow(uid, machine),
    ]
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error
    const { message: finding, remedy } = error
    if (error.failure !== 'no-sandbox') return [{ subject: 'browser', state: 'error', finding, remedy }]
    return [
      { subject: 'browser', state: 'ok', finding: origin },
      { subject: 'sandbox', state: 'error', finding, remedy },
    ]
  }
}

function originText(chosen: ChosenBrowser): string {
  if (chosen.source === 'package') return 'which comes with Offprint'
  if (chosen.source === 'named') return `at ${chosen.path}, named by ${chosen.variable}`
  if (chosen.source === 'setup') return `at ${chosen.path}, installed by "offprint setup"`
  return `${chosen.name} of this system, at ${chosen.path}`
}

/** Prints a page and ends the browser. Returns its version. */
async function printOnce(launch: () => Promise<Browser>): Promise<string> {
  const browser = await launch()
  try {
    const page = await browser.open('<!doctype html><title>Page</title><p>Words.')
    await page.print()
    return browser.version()
  } finally {
    await browser.close()
  }
}

function sandboxRow(uid: number | undefined, { environment }: BrowserMachine): DoctorRow {
  if (isSandboxed(uid, environment)) return { subject: 'sandbox', state: 'ok', finding: 'on' }
  const reason = uid === 0 ? 'Chromium refuses it to the superuser' : 'OFFPRINT_NO_SANDBOX turns it off'
  return {
    subject: 'sandbox',
    state: 'warning',
    finding: `off: ${reason}`,
    remedy: 'This is fine in a container or on a CI runner; elsewhere run Offprint as a usual user.',
  }
}

/** A character for each group of fonts that an installation may lack. */
const probes = { Arabic: 'ع', Devanagari: 'क', Greek: 'α', 'East Asian': '漢', symbols: '⇒' } as const

async function fontRow(library: string, host: Host): Promise<DoctorRow> {
  const { journal } = await loadJournal(`${library}/${defaultJournal}`, library, host)
  const text = Object.values(probes).join('')
  const faces = journal && (await fontFaces(journal, { text: 'A', hasMath: true, hasCode: true }, host))
  if (!journal || !faces || faces.length === 0) {
    const remedy = 'Install Offprint again: its journals and fonts are not complete.'
    return { subject: 'fonts', state: 'error', finding: 'those of the journals are missing', remedy }
  }
  const texts = { running: text, code: '', math: '', bold: '' }
  const { manifest } = journal
  const { missing } = await fallbackFaces({ manifest, faces, texts, language: 'en', host })
  const lacking = Object.entries(probes).filter(([, sign]) => missing.has(sign.codePointAt(0) ?? 0))
  const names = lacking.map(([name]) => name).join(', ')
  if (names === '') return { subject: 'fonts', state: 'ok', finding: 'all that come with Offprint' }
  return {
    subject: 'fonts',
    state: 'warning',
    finding: `none for ${names}`,
    remedy: 'Install the optional packages of fonts if your articles have such characters.',
  }
}

async function styleRow(
  library: string,
  environment: BrowserMachine['environment'],
  host: Host,
): Promise<DoctorRow> {
  const { names, shared } = await packagedStyles({ folders: [], library, host, environment })
  const broken = shared.filter(({ isNamed, count }) => isNamed && count === 0)
  const places = shared.filter(({ count }) => count > 0).map(({ folder, count }) => `${count} in ${folder}`)
  const finding = [`${names.length} come with Offprint (${names.join(', ')})`, ...places].join('; ')
  if (broken.length === 0) return { subject: 'citation styles', state: 'ok', finding }
  const remedy = 'Let OFFPRINT_CSL name a folder with .csl files, or unset it.'
  return { subject: 'citation styles', state: 'warning', finding: `no style in ${broken[0]?.folder}`, remedy }
}

function cacheRow(folders: readonly string[], mayWrite: (folder: string) => boolean): DoctorRow {
  const [usual = '', ...others] = folders
  if (mayWrite(usual)) return { subject: 'cache', state: 'ok', finding: usual }
  const remedy = 'Set XDG_CACHE_HOME to a folder of yours with 250 MB of room.'
  const other = others.find(mayWrite)
  return other === undefined
    ? { subject: 'cache', state: 'error', finding: `${usual} cannot be written`, remedy }
    : { subject: 'cache', state: 'warning', finding: `${usual} cannot be written; ${other} is used`, remedy }
}

function folderRow(folder: string, mayWrite: (folder: string) => boolean): DoctorRow {
  if (mayWrite(folder)) return { subject: 'folder', state: 'ok', finding: `${folder} can be written` }
  const remedy = 'Name another folder for the files with --output.'
  return { subject: 'folder', state: 'warning', finding: `${folder} cannot be written`, remedy }
}
