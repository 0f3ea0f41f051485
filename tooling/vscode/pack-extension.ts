/**
 * `npm run vscode`: packs the extension of editors/vscode into a .vsix file beside it, with the schemas of
 * schemas/. The packer is fetched when it is needed, as its 280 packages are of no other use here.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const packer = '@vscode/vsce@3.9.2'
const root = fileURLToPath(new URL('../..', import.meta.url))
const extension = `${root}/editors/vscode`

rmSync(`${extension}/schemas`, { recursive: true, force: true })
cpSync(`${root}/schemas`, `${extension}/schemas`, { recursive: true })
const words = ['exec', '--yes', '--ignore-scripts', '--package', packer, '--', 'vsce', 'package']
const { status, error } = spawnSync('npm', [...words, '--no-dependencies', '--allow-missing-repository'], {
  cwd: extension,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (error) process.stderr.write(`npm could not be started: ${error.message}\n`)
process.exitCode = status ?? 1
