/**
 * The folder in which the caches of a user are, by the conventions of the system. Plain JavaScript: the
 * program's entry reads it before anything else is loaded.
 */
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/**
 * Offprint's own cache folder. An absolute `XDG_CACHE_HOME` comes first everywhere (XDG Base
 * Directory Specification 0.8); else it is in `~/Library/Caches` on macOS, in `%LOCALAPPDATA%` on Windows, in
 * `~/.cache` elsewhere.
 *
 * @param {{
 *   readonly platform: NodeJS.Platform,
 *   readonly environment: Readonly<Record<string, string | undefined>>,
 *   readonly home: string,
 * }} machine - `home`: the user's folder.
 * @returns {string}
 */
export function cacheFolder({ platform, environment, home }) {
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix
  const { XDG_CACHE_HOME: named, LOCALAPPDATA: local } = environment
  // A relative path is to be ignored: it would lie in the folder of the moment.
  if (named && isAbsolute(named)) return join(named, 'offprint')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'offprint')
  if (platform === 'win32') return join(local || join(home, 'AppData', 'Local'), 'offprint', 'Cache')
  return join(home, '.cache', 'offprint')
}

/**
 * The user's folder. In a container, a user may have none: then a path at which nothing can be made.
 *
 * @returns {string}
 */
export function homeFolder() {
  try {
    return homedir()
  } catch {
    return '/nonexistent'
  }
}
