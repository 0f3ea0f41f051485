/**
 * Kills builds at random moments, the half of them while they write their files, and looks what is left: the
 * earlier or the new outputs whole, no temporary folder after the next start, no browser.
 *
 *   npm run kills -- --builds 200 --writers 300 --pdf 20 --seed 1
 *
 * `--builds`: of one article and of an issue; `--pdf`: how many of them make a PDF, too; `--writers`:
 * processes that only write. Each tenth build is done again to its end. Exit status 1 if something is not as
 * it must be.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { diskHost } from '../../pipeline/host/index.ts'
import { empty, folderState, hashOf, isSame, leftIn } from './folder-state.ts'
import { states } from './states.ts'

const number = (text: string) => ({ type: 'string', default: text }) as const
const { values } = parseArgs({
  options: { builds: number('200'), writers: number('300'), pdf: number('20'), seed: number('1') },
})
const [builds, writers, pdfs] = [values.builds, values.writers, values.pdf].map(Number) as [
  number,
  number,
  number,
]
let random = Number(values.seed)

const program = fileURLToPath(new URL('../../pipeline/offprint.mjs', import.meta.url))
const writer = fileURLToPath(new URL('writer.ts', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'kills-'))
/** The temporary folder of the builds, so that nothing of other programs is in it. */
const temporary = join(work, 'tmp')
process.env.TMPDIR = temporary
mkdirSync(temporary)

interface Row {
  kills: number
  /** Kills that hit the write step: a temporary folder or a journal was there. */
  inWriting: number
  /** Kills after which old and new files were side by side until the next start. */
  halfDone: number
  earlier: number
  later: number
  ended: number
}
const rows = new Map<string, Row>()
const faults: string[] = []

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function chance(): number {
  random = (random + 0x6d2b79f5) | 0
  let mixed = Math.imul(random ^ (random >>> 15), 1 | random)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

function begin(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, words, { detached: true, stdio: 'ignore', env: process.env })
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return await new Promise(done => child.once('exit', code => done(code)))
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

/** Resolves when a name that begins so appears in a folder, or when the process ends. */
async function appears(folder: string, start: string, child: ChildProcess): Promise<void> {
  await new Promise<void>(done => {
    const watcher = watch(folder, (_, name) => {
      if (name?.startsWith(start)) end()
    })
    const end = () => {
      watcher.close()
      done()
    }
    child.once('exit', end)
  })
}

/** Processes whose command line names the temporary folder: browsers. */
function browsers(): readonly string[] {
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(temporary)
    } catch {
      return false
    }
  })
}

interface Case {
  readonly label: string
  readonly folder: string
  readonly words: readonly string[]
  /** The folder as it was, and as it is to be. */
  readonly earlier: ReadonlyMap<string, string>
  readonly later: ReadonlyMap<string, string>
  readonly moment: (child: ChildProcess) => Promise<void>
}

async function killOne({ label, folder, words, earlier, later, moment }: Case): Promise<void> {
  const child = begin(words)
  await moment(child)
  kill(child)
  await endOf(child)
  const row = rows.get(label) ?? { kills: 0, inWriting: 0, halfDone: 0, earlier: 0, later: 0, ended: 0 }
  rows.set(label, row)
  if (child.signalCode === null) row.ended++
  else row.kills++
  for (let turn = 0; turn < 100 && browsers().length > 0; turn++) await wait(100)
  if (browsers().length > 0) faults.push(`${label}: a browser goes on`)
  const found = folderState(folder)
  const visible = new Map([...found].filter(([name]) => !name.startsWith('.offprint-')))
  if (leftIn(folder).length > 0) row.inWriting++
  if (!isSame(visible, earlier) && !isSame(visible, later)) row.halfDone++
  // What each build does at its start.
  await diskHost.tidy(folder)
  const tidied = folderState(folder)
  if (isSame(tidied, earlier)) row.earlier++
  else if (isSame(tidied, later)) row.later++
  else faults.push(`${label}: mixed files in ${[...tidied.keys()].join(' ')}`)
  const left = [...leftIn(folder), ...leftIn(temporary)]
  if (left.length > 0) faults.push(`${label}: left ${left.join(' ')}`)
}

function manuscript(kind: string, state: string): string {
  const folder = join(work, kind, state)
  const names = kind === 'issue' ? ['one', 'two', 'three', 'four'].map(name => `${name}/`) : ['']
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'article.md'), `---\ntitle: Wells ${state}\n---\n\nWater ${state}.\n`)
  }
  return folder
}

async function buildOften(): Promise<void> {
  if (builds === 0) return
  const prepared = new Map<string, { words: string[]; earlier: string; later: string; time: number }>()
  for (const kind of ['article', 'issue']) {
    for (const formats of ['html,hast,article', ...(pdfs > 0 ? ['pdf,html'] : [])]) {
      const label = `${kind}, ${formats}`
      const times: number[] = []
      const outputs = ['old', 'new'].map(state => join(work, 'made', `${label} ${state}`))
      for (const [index, state] of ['old', 'new'].entries()) {
        const output = outputs[index] ?? ''
        const started = performance.now()
        const words = [program, 'build', manuscript(kind, state), '-t', formats, '-n', 'paper', '-o', output]
        const child = begin(
          kind === 'issue' ? words.filter(word => word !== '-n' && word !== 'paper') : words,
        )
        if ((await endOf(child)) !== 0) throw new Error(`${label} cannot be built`)
        times.push(performance.now() - started)
      }
      const words = [program, 'build', join(work, kind, 'new'), '-t', formats]
      if (kind !== 'issue') words.push('-n', 'paper')
      const [earlier = '', later = ''] = outputs
      prepared.set(label, { words, earlier, later, time: Math.min(...times) })
    }
  }
  for (let index = 0; index < builds; index++) {
    const kind = index % 4 < 2 ? 'article' : 'issue'
    const isPdf = Math.floor(((index + 1) * pdfs) / builds) > Math.floor((index * pdfs) / builds)
    const label = `${kind}, ${isPdf ? 'pdf,html' : 'html,hast,article'}`
    const made = prepared.get(label)
    if (!made) continue
    const folder = join(work, 'output')
    empty(folder)
    cpSync(made.earlier, folder, { recursive: true })
    const words = [...made.words, '-o', folder]
    const states = { earlier: folderState(made.earlier), later: folderState(made.later) }
    const [when, detail] = [chance(), chance()]
    const atAnyTime = async (child: ChildProcess) => {
      await Promise.race([wait(when * made.time * 1.2), endOf(child)])
    }
    const inWriting = async (child: ChildProcess) => {
      await appears(folder, when < 0.3 ? '.offprint-' : '.offprint-journal', child)
      for (const end = performance.now() + detail * 3; performance.now() < end; );
    }
    const moment = index % 2 === 0 ? atAnyTime : inWriting
    await killOne({ label, folder, words, ...states, moment })
    if (index % 10 === 9) {
      await endOf(begin(words))
      if (!isSame(folderState(folder), states.later)) faults.push(`${label}: other bytes of the next build`)
    }
    if (index % 20 === 19) process.stdout.write(`${index + 1} builds, ${faults.length} faults\n`)
  }
}

async function writeOften(): Promise<void> {
  const folder = join(work, 'written')
  const [earlier, later] = states.map(
    files => new Map([...files].map(([name, bytes]) => [name, hashOf(bytes)] as const)),
  )
  if (!earlier || !later) return
  for (let index = 0; index < writers; index++) {
    await diskHost.write(folder, states[0] ?? new Map())
    const moment = async (child: ChildProcess) => {
      await appears(folder, '.offprint-journal', child)
      const isLater = chance() < 0.3
      if (isLater) await wait(chance() * 40)
      else for (const end = performance.now() + chance() * 2; performance.now() < end; );
    }
    await killOne({ label: 'writing alone', folder, words: [writer, folder], earlier, later, moment })
  }
}

try {
  await writeOften()
  await buildOften()
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.stdout.write(
  '| Of | killed | ended before | hit the write step | old beside new until the next start | then old | then new |\n',
)
process.stdout.write('|---|--:|--:|--:|--:|--:|--:|\n')
for (const [label, { kills, ended, inWriting, halfDone, earlier, later }] of rows) {
  process.stdout.write(
    `| ${label} | ${kills} | ${ended} | ${inWriting} | ${halfDone} | ${earlier} | ${later} |\n`,
  )
}
for (const fault of faults) process.stdout.write(`${fault}\n`)
process.stdout.write(`${faults.length} faults\n`)
if (faults.length > 0) process.exitCode = 1
