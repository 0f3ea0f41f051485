import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from './paths.ts'

/** True if this user may write to a folder, or make it if it does not exist. `folder`: absolute. */
export function canWrite(folder: string): boolean {
  if (!existsSync(folder)) return folder !== dirname(folder) && canWrite(dirname(folder))
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
