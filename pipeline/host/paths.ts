/**
 * Paths as the pipeline writes them: with `/`, on Windows too (`C:/papers/one`), where Node and the system
 * read them as well. On Windows the functions also read `\`, so that an author may write `.\my-journal`.
 */
import { type PlatformPath, posix, win32 } from 'node:path'

type PathFunctions = Pick<
  PlatformPath,
  'basename' | 'dirname' | 'extname' | 'isAbsolute' | 'join' | 'relative' | 'resolve'
>

export interface Paths extends PathFunctions {
  /** The same path with `/`: `C:\papers\one` → `C:/papers/one` on Windows. */
  slashed(path: string): string
  /** True if a word is a path and not a name: it has a separator. */
  isPath(word: string): boolean
}

/** The functions for a platform: `win32`, or any other. */
export function pathsOf(platform: NodeJS.Platform): Paths {
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
