/**
 * Paths as the pipeline writes them: with `/`, on Windows too (`C:/papers/one`), where Node and the system
 * read them as well. On Windows the functions also read `\`, so that an author may write `.\my-journal`.
 */
import { posix, win32 } from 'node:path'

/** Written out, because the types of the published library name no types of Node. */
export interface Paths {
  basename(path: string, suffix?: string): string
  dirname(path: string): string
  extname(path: string): string
  isAbsolute(path: string): boolean
  join(...parts: string[]): string
  relative(from: string, to: string): string
  resolve(...parts: string[]): string
  /** The same path with `/`: `C:\papers\one` → `C:/papers/one` on Windows. */
  slashed(path: string): string
  /** True if a word is a path and not a name: it has a separator. */
  isPath(word: string): boolean
}

/** The functions for a platform: `win32`, or any other. */
export function pathsOf(platform: string): Paths {
  if (platform !== 'win32') return { ...posix, slashed: path => path, isPath: word => word.includes('/') }
  const slashed = (path: string) => path.replaceAll('\\', '/')
  return {
    ...win32,
    dirname: path => slashed(win32.dirname(path)),
    join: (...parts) => slashed(win32.join(...parts)),
    relative: (from, to) => slashed(win32.relative(from, to)),
    resolve: (...parts) => slashed(win32.resolve(...parts)),
    slashed,
    isPath: word => /[\\/]/.test(word),
  }
}

const here = pathsOf(process.platform)

export const { basename, dirname, extname, isAbsolute, isPath, join, relative, resolve, slashed } = here

/** True if a path is a folder or lies in it. Both are absolute and without `..`. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}
