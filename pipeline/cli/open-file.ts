/** Opens a file in the program that the system has for it. */
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

/** The file that a reader wants to see of those that were written: the PDF, else the web edition. */
export function fileToOpen(names: readonly string[]): string | undefined {
  const index = names.find(name => name === 'index.html')
  const named = (extension: string) => names.find(name => !name.includes('/') && name.endsWith(extension))
  return index ?? named('.pdf') ?? named('.html')
}

/** The time in ms in which a program that cannot open a file usually says so. */
const patience = 1500

/**
 * Opens a file and does not wait for the program that shows it. Returns why it failed; undefined if it did
 * not fail at once. `platform`: as Node names it.
 */
export async function openFile(path: string, platform = process.platform): Promise<string | undefined> {
  const { program, words } = opener(platform)
  const child = spawn(program, [...words, path], { stdio: 'ignore', detached: true })
  const failed = new Promise<string | undefined>(done => {
    child.once('error', error => done(error.message))
    child.once('exit', status => done(status ? `${program} ended with status ${status}` : undefined))
  })
  const late = new AbortController()
  const result = await Promise.race([failed, wait(patience, undefined, late)])
  late.abort()
  child.unref()
  return result
}

function opener(platform: NodeJS.Platform): { readonly program: string; readonly words: readonly string[] } {
  if (platform === 'darwin') return { program: 'open', words: [] }
  // `start` belongs to cmd, which would read & and % in a path.
  if (platform === 'win32') return { program: 'rundll32', words: ['url.dll,FileProtocolHandler'] }
  return { program: 'xdg-open', words: [] }
}
