/** Gets the browser ready: the one that is here already, else one that is downloaded. */
import { cacheFolders } from '../tools/browser/cache-folder.ts'
import { findChromium, thisMachine } from '../tools/browser/chromium.ts'
import { type BrowserMachine, findBrowser, isMusl, noBrowserRemedy } from '../tools/browser/find-browser.ts'
import { BrowserError, pinnedBuild } from '../tools/browser/puppeteer.ts'
import { useProxies } from './cite/fetch-text.ts'

export interface SetupOptions {
  /** True to download a browser also if there is one. */
  readonly download?: boolean | undefined
  /** Sizes of the download in bytes. */
  readonly onProgress: (loaded: number, size: number) => void
  readonly machine?: BrowserMachine
  /** Downloads a browser, and returns the path of its program. */
  readonly fetchBrowser?: (options: SetupOptions) => Promise<string>
}

export interface SetupResult {
  /** Absolute path of the browser's program. */
  readonly path: string
  readonly source: 'named' | 'package' | 'setup' | 'system' | 'downloaded'
}

/** Returns the browser that builds use from now on. Throws `BrowserError` if this system has none. */
export async function setup(options: SetupOptions): Promise<SetupResult> {
  const { machine = thisMachine(), fetchBrowser = download } = options
  const chosen = findBrowser(machine)
  if (chosen && (options.download !== true || chosen.source === 'named' || chosen.source === 'package'))
    return { path: (await findChromium(machine)).executablePath, source: chosen.source }
  if (isMusl(machine)) {
    const what = 'There is no browser to download for systems with musl.'
    throw new BrowserError('missing', what, noBrowserRemedy(machine))
  }
  return { path: await fetchBrowser(options), source: 'downloaded' }
}

async function download({ onProgress }: SetupOptions): Promise<string> {
  useProxies(process.env)
  const { downloadBrowser } = await import('../tools/browser/download-browser.ts')
  const folders = cacheFolders(process.env)
  return await downloadBrowser({ folders, build: await pinnedBuild(), environment: process.env, onProgress })
}
