/** Paths as reports print them. */
import { pathToFileURL } from 'node:url'
import { isAbsolute, relative } from '../../host/paths.ts'

/** The path of a file relative to a folder, with `/` on every system; `.` for the folder itself. */
export function relativePath(path: string, from: string): string {
  return relative(from, path) || '.'
}

/** The address of a file relative to a folder (RFC 3986); a `file:` address if it is not in the folder. */
export function relativeAddress(path: string, from: string): string {
  const text = relativePath(path, from)
  if (/^\.\.(?:\/|$)/.test(text) || isAbsolute(text)) return pathToFileURL(path).href
  return text.split('/').map(encodeURIComponent).join('/')
}

/**
 * The folder of the repository in a run of GitHub Actions or GitLab CI, in which services look for the files
 * that reports name. Elsewhere, and if it does not contain `folder`, `folder` itself.
 */
export function repositoryFolder(folder: string, environment: NodeJS.ProcessEnv): string {
  const root = environment.GITHUB_WORKSPACE ?? environment.CI_PROJECT_DIR
  if (!root || !isAbsolute(root)) return folder
  const inside = relative(root, folder)
  return /^\.\.(?:\/|$)/.test(inside) || isAbsolute(inside) ? folder : root
}
