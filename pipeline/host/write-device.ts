import { statSync, writeFileSync } from 'node:fs'

/** Writes to a terminal or a pipe, such as `/dev/stderr`. False if there is none at the path. */
export function writeDevice(path: string, bytes: Uint8Array): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isCharacterDevice() && !stats?.isFIFO()) return false
  writeFileSync(path, bytes)
  return true
}
