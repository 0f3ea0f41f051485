/**
 * Makes the startup snapshot of this installation, if there is none yet: bundles the program into one file
 * (the published package has this file already), lets Node load and warm it, and puts the snapshot in the
 * user's cache. Exit status 1 if it cannot be made.
 *
 *   node pipeline/cli/snapshot/make-snapshot.ts
 */
import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { snapshotFile } from './snapshot-file.mjs'

/** The time limit for loading and warming the program, in ms. */
const timeLimit = 120_000
/** A maker has ended after this time, in ms, or was interrupted. */
const abandonedAge = 60 * 60 * 1000

const { folder, installation, path, attempt } = snapshotFile(process.version)
if (!existsSync(path)) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeOthers()
  writeFileSync(attempt, '')
  const work = mkdtempSync(join(folder, `${installation}-`))
  try {
    await makeSnapshot(work)
    rmSync(attempt, { force: true })
  } catch (error) {
    process.stderr.write(`The startup snapshot could not be made: ${error}\n`)
    process.exitCode = 1
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function makeSnapshot(work: string): Promise<void> {
  const program = await bundledProgram(work)
  const blob = join(work, 'snapshot.blob')
  const options = ['--no-flush-bytecode', '--snapshot-blob', blob, '--build-snapshot', program]
  const env = { ...process.env, NODE_OPTIONS: '' }
  await promisify(execFile)(process.execPath, options, { env, timeout: timeLimit })
  // Other processes see the whole file or none.
  renameSync(blob, path)
}

/** The path of the bundle: the one of the published package, else one that is made in the folder `work`. */
async function bundledProgram(work: string): Promise<string> {
  const shipped = fileURLToPath(new URL('program.cjs', import.meta.url))
  if (existsSync(shipped)) return shipped
  const { bundleProgram } = await import('./bundle-program.ts')
  const program = join(work, 'program.cjs')
  await bundleProgram(program)
  return program
}

/**
 * Removes the snapshots and the attempts of earlier states of this installation, and the folders of makers
 * that were interrupted.
 */
function removeOthers(): void {
  for (const name of readdirSync(folder).filter(entry => entry.startsWith(`${installation}-`))) {
    const entry = join(folder, name)
    const begun = statSync(entry, { throwIfNoEntry: false })?.mtimeMs ?? 0
    const isEarlier = /\.blob(?:\.attempt)?$/.test(name)
    if (isEarlier || Date.now() - begun > abandonedAge) rmSync(entry, { recursive: true, force: true })
  }
}
