#!/usr/bin/env node
/**
 * The program's entry, which runs cli/cli.ts. Plain JavaScript, so that an older Node can read it and start
 * the pinned one, and so that the compile cache is enabled before the first TypeScript file is loaded.
 */
import { spawnSync } from 'node:child_process'
import module from 'node:module'
import { dirname, join } from 'node:path'

if (process.features.typescript) {
  module.enableCompileCache?.()
  await import('./cli/cli.ts')
} else {
  const pinned = join(dirname(module.createRequire(import.meta.url).resolve('node/package.json')), 'bin/node')
  const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
