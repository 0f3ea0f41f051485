/** Reads regular files of bounded size, and nothing else. */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Refusal, RefusedFile } from './host.ts'

/** The greatest number of bytes of a file, in MB, unless OFFPRINT_LIMIT_FILE says otherwise. */
const usualLimit = 100

const forbidden: Refusal = {
  reason: 'this user must not read it',
  note: 'Give the right to read the file, or put a copy of it in its place.',
}
const irregular: Refusal = { reason: 'it is no regular file', note: 'Put a regular file in its place.' }

/** Error codes of the system for paths that lead to no file that can be read. */
const refusals: Readonly<Record<string, Refusal>> = {
  EACCES: forbidden,
  EPERM: forbidden,
  ELOOP: { reason: 'it is a link that leads to itself', note: 'Put the file in the place of the link.' },
  ENAMETOOLONG: { reason: 'its name is too long', note: 'Give the file a shorter name.' },
  ENXIO: irregular,
  ERR_INVALID_ARG_VALUE: {
    reason: 'its name has a character U+0000',
    note: 'Remove the character, which cannot be seen, from the name.',
  },
}

/**
 * The bytes of a file. Throws `RefusedFile` for pipes, devices and sockets, for files that are too large and
 * for paths that the system refuses; the errors of the system for all else.
 */
export async function readRegularFile(path: string): Promise<Uint8Array> {
  // Without waiting: to open a pipe would else wait for a writer.
  const file = await refusing(path, open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)))
  try {
    const stats = await file.stat()
    if (!stats.isFile() && !stats.isDirectory()) throw new RefusedFile(path, irregular)
    const limit = largestFile()
    if (stats.size > limit * 1e6) {
      throw new RefusedFile(path, {
        reason: `it has ${Math.ceil(stats.size / 1e6)} MB, and a file may have ${limit} MB`,
        note: 'Make the file smaller, or set OFFPRINT_LIMIT_FILE to a larger number of MB.',
      })
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Turns errors of the system that concern the path itself into `RefusedFile`. */
export async function refusing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const refusal = Object.hasOwn(refusals, code) ? refusals[code] : undefined
    throw refusal ? new RefusedFile(path, refusal) : error
  }
}

function largestFile(): number {
  const asked = Number(process.env.OFFPRINT_LIMIT_FILE)
  return asked > 0 ? asked : usualLimit
}
