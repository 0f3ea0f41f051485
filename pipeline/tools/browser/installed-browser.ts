/**
 * The browser that `offprint setup` has installed: a file in the cache folder says where its program is, so
 * that a build need not load the installer.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordOf } from '../../values/record.ts'
import { isPrivate } from './cache-folder.ts'

const fileName = 'browser.json'

/** The path of the installed program, from the first of the cache folders that names one. */
export function installedBrowser(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    try {
      const settings: unknown = JSON.parse(readFileSync(join(folder, fileName), 'utf8'))
      const { executablePath } = recordOf(settings)
      if (typeof executablePath === 'string' && isPrivate(folder)) return executablePath
    } catch {
      // There is no such file, or it is broken: nothing is installed.
    }
  }
  return undefined
}

export function noteInstalled(folder: string, executablePath: string): void {
  writeFileSync(join(folder, fileName), `${JSON.stringify({ executablePath }, undefined, 2)}\n`)
}
