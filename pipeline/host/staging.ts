/**
 * Temporary folders of Offprint. The name of each has the process that made it, so that a later process can
 * remove what one that was killed has left.
 */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ownerName, ownerState } from './owner.ts'

/** A folder of a process on another computer is abandoned if nothing was added for this time, in ms. */
const abandonedAge = 60 * 60_000

/** Makes a hidden folder in `place`, beside the files that are replaced. */
export function makeStaging(place: string): string {
  return mkdtempSync(join(place, `.offprint-${ownerName()}-`))
}

/** Makes a folder in the temporary folder of the system. */
export function makeTemporary(place: string): string {
  return mkdtempSync(join(place, `offprint-${ownerName()}-`))
}

/** The owner in the name of a folder that these functions made. */
export function stagingOwner(name: string): string | undefined {
  return /^\.?offprint-(\d+\.\w+\.\w+)-[A-Za-z0-9]{6}$/.exec(name)?.[1]
}

/** Removes the folders that ended processes of this user have left in `place`. Never throws. */
export function sweep(place: string): void {
  for (const name of namesIn(place)) {
    const owner = stagingOwner(name)
    if (owner === undefined) continue
    const path = join(place, name)
    try {
      if (isAbandoned(owner, path)) rmSync(path, { recursive: true, force: true })
    } catch {
      // What cannot be removed stays as it is.
    }
  }
}

function isAbandoned(owner: string, path: string): boolean {
  const { uid, mtimeMs } = lstatSync(path)
  if (process.getuid && uid !== process.getuid()) return false
  const state = ownerState(owner)
  return state === 'dead' || (state === 'unknown' && Date.now() - mtimeMs > abandonedAge)
}

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place)
  } catch {
    return []
  }
}
