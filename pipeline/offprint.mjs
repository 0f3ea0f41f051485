#!/usr/bin/env node
/**
 * The program's entry. Starts Node again from the startup snapshot if there is one; else runs the modules of
 * cli/ and has a snapshot made for the next time. Plain JavaScript, so that an older Node can read it and
 * start the pinned one, and so that the compile cache is enabled before the first module is loaded. In the
 * published package all modules are JavaScript, and the user's Node runs them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { missingNode, missingPackage, pinnedNode } from './cli/pinned-node.mjs'
import { makeSnapshotLater, usableSnapshot } from './cli/snapshot/snapshot-file.mjs'

const words = process.argv.slice(2)
const isCompiled = !existsSync(new URL('cli/cli.ts', import.meta.url))
const runsHere = isCompiled || Boolean(process.features.typescript)
const node = runsHere ? { path: process.execPath, version: process.version } : pinnedNode()
// Help and wrong usage need few modules, and answer sooner without the snapshot; `setup` is not in it.
const isWork = words.length > 1 && words[0] !== 'setup' && !words.includes('--help') && !words.includes('-h')
const snapshot = isWork && node ? usableSnapshot(node.version) : undefined
// For work of a few seconds, these cost more than they save: new memory (young objects get half the space
// that they may take by default), machine code of the highest quality, and threads that collect garbage.
const brief = ['--max-semi-space-size=8', '--no-turbofan', '--liftoff-only', '--no-parallel-scavenge']

if (!node) {
  process.stderr.write(missingNode(process.version))
  process.exitCode = 1
} else if (snapshot !== undefined) become(node.path, [...brief, '--snapshot-blob', snapshot, '--', ...words])
else if (!runsHere) become(node.path, process.argv.slice(1))
else {
  module.enableCompileCache?.()
  const cli = await import('./cli/cli.ts').catch(error => {
    const reason = missingPackage(error)
    if (reason === undefined) throw error
    process.stderr.write(reason)
    process.exitCode = 1
  })
  await cli?.run(words)
  if (cli && isWork) makeSnapshotLater(node)
}

/**
 * Continues as another Node: in this process if the system and Node can do so, else in a child.
 *
 * @param {string} path
 * @param {readonly string[]} words
 */
function become(path, words) {
  // For malloc of glibc 2.35: large pages, so that a snapshot is read in half the time, and one arena, as
  // each would keep large pages of its own.
  const env = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1', ...process.env }
  if (process.execve && process.platform !== 'win32') process.execve(path, [path, ...words], env)
  const { status, signal, error } = spawnSync(path, words, { stdio: 'inherit', env })
  if (error) {
    process.stderr.write(`Node cannot be started again: ${error.message}\n`)
    process.exitCode = 1
  } else if (signal) process.kill(process.pid, signal)
  else process.exitCode = status ?? 1
}
