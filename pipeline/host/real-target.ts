import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** The number of links that the system follows, as Linux does. */
const mostLinks = 40

/**
 * The path without symbolic links, even if the file, or what a link leads to, does not exist yet. Throws
 * ELOOP for a link that leads to itself.
 */
export function realTarget(path: string, depth = 0): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'ENOENT' || depth > mostLinks) throw error
  }
  const folder = dirname(path)
  if (folder === path) return path
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  if (isLink) return realTarget(resolve(realTarget(folder, depth), readlinkSync(path)), depth + 1)
  return join(realTarget(folder, depth), basename(path))
}
