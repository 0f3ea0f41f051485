/**
 * Downloads a browser: the headless shell of Chrome for Testing, in the build that the installed puppeteer is
 * made for. Only `offprint setup` does this.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Browser, detectBrowserPlatform, install } from '@puppeteer/browsers'
import { BrowserError, ownBrowserRemedy } from './browser-error.ts'
import { isPrivate } from './cache-folder.ts'
import { noteInstalled } from './installed-browser.ts'

interface Download {
  /** Folders for caches, best first. */
  readonly folders: readonly string[]
  /** The build, `156.0.8078.47`. */
  readonly build: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Sizes in bytes. */
  readonly onProgress: (loaded: number, size: number) => void
}

/** puppeteer's variable for a mirror of the files. */
const mirrorVariable = 'PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL'

/** Returns the absolute path of the program. Throws `BrowserError`. */
export async function downloadBrowser(download: Download): Promise<string> {
  const { folders, build, environment, onProgress } = download
  const platform = detectBrowserPlatform()
  if (platform === undefined) {
    throw new BrowserError('missing', 'There is no browser to download for this system.', ownBrowserRemedy)
  }
  const folder = writableFolder(folders)
  const mirror = environment[mirrorVariable]
  try {
    const { executablePath } = await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId: build,
      cacheDir: join(folder, 'browsers'),
      platform,
      downloadProgressCallback: onProgress,
      ...(mirror && { baseUrl: mirror }),
    })
    noteInstalled(folder, executablePath)
    return executablePath
  } catch (cause) {
    throw new BrowserError(
      'missing',
      `The browser could not be downloaded: ${cause instanceof Error ? cause.message : cause}`,
      `Look at the network, and at HTTPS_PROXY if there is a proxy; ${mirrorVariable} names a mirror. Or install Chrome, Edge or Chromium.`,
      { cause },
    )
  }
}

/** Makes the first folder that can be made and that no other user can write to. */
function writableFolder(folders: readonly string[]): string {
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (isPrivate(folder)) return folder
    } catch {
      // The next one may do.
    }
  }
  const remedy = 'Set XDG_CACHE_HOME to a folder of yours with 250 MB of room.'
  throw new BrowserError('missing', `No folder for the browser: ${folders.join(', ')}.`, remedy)
}
