/** Time and memory are bounded, also while Node or a browser is busy. */
import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { limitsOf, usualLimits } from '../../../pipeline/tools/watchdog/limits.ts'
import { startWatchdog } from '../../../pipeline/tools/watchdog/watchdog.ts'

const watchdogModule = new URL('../../../pipeline/tools/watchdog/watchdog.ts', import.meta.url).href

/** Runs `work` as the text of an async function, in a process of its own that may be interrupted. */
function bounded(limits: { readonly cpu: number; readonly memory: number }, work: string, delay = 0) {
  const program = `
    const { startWatchdog } = await import(${JSON.stringify(watchdogModule)})
    const watchdog = startWatchdog({ limits: ${JSON.stringify(limits)}, canInterrupt: true, delay: ${delay} })
    const keep = setInterval(() => {}, 1000)
    const watch = watchdog.watch('paper.md')
    watch.stage('the test')
    try { await watch.bound((async () => { await null; ${work} })()) }
    catch (error) { console.log(error.name, error.message) }
    watch.end()
    clearInterval(keep)
    const next = watchdog.watch('other.md')
    console.log(await next.bound(Promise.resolve('the next article')))
    next.end()`
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program],
    { encoding: 'utf8', timeout: 30_000 },
  )
  return { stdout, status, stderr }
}

it.each([
  ['a regular expression', "/^(a+)+$/.test('a'.repeat(50) + 'b')"],
  ['a loop that catches errors', 'for (;;) { try { for (;;); } catch {} finally { for (;;); } }'],
])('%s is interrupted, and the next article is built', (_name, work) => {
  const { stdout, status, stderr } = bounded({ cpu: 0.2, memory: 0 }, work)
  expect(stderr).toBe('')
  expect(stdout).toBe('LimitError More than 0.2 s of processor time\nthe next article\n')
  expect(status).toBe(0)
})

const grow = 'all.push(new Array(99).fill(1))'

it('memory that grows in a loop is bounded', () => {
  const work = `const all = []; for (;;) { ${grow}; if (all.length % 1000 === 0) await null }`
  const { stdout } = bounded({ cpu: 0, memory: 200 }, work)
  expect(stdout).toBe('LimitError More than 200 MB of memory\nthe next article\n')
})

it('a loop that cannot be interrupted ends the process, with a message', () => {
  const { stderr, status } = bounded({ cpu: 0, memory: 100 }, `const all = []; for (;;) ${grow}`)
  expect(stderr).toMatch(
    /^paper\.md {2}error {2}Unexpected end of the test: it takes more than 100 MB of memory/,
  )
  expect(status).not.toBe(0)
})

it('a loop before the thread starts ends the process, with a message', () => {
  const { stderr, stdout, status } = bounded(
    { cpu: 0, memory: 20 },
    'const all = []; for (;;) all[all.length % 1e6] = {}',
    5000,
  )
  expect(stderr).toBe(
    'paper.md  error  Unexpected end of the build: it takes more than 20 MB of memory, and does not stop  limit-reached\n',
  )
  expect(stdout).toBe('')
  expect(status).not.toBe(0)
})

it('counts a browser, and interrupts nothing in a process of others', async () => {
  const busy = spawn(process.execPath, ['-e', 'for (;;);'], { detached: true, stdio: 'ignore' })
  const watch = startWatchdog({ limits: { cpu: 0.4, memory: 0 }, canInterrupt: false, delay: 0 }).watch(
    'paper.md',
  )
  watch.addBrowser({ group: busy.pid ?? 0, profile: '/nowhere' })
  await expect(watch.bound(wait(20_000, 'done'))).rejects.toThrow('More than 0.4 s of processor time')
  watch.end()
  busy.kill('SIGKILL')
}, 25_000)

it('takes limits from the caller, then from the environment', () => {
  const environment = { OFFPRINT_LIMIT_CPU: '5', OFFPRINT_LIMIT_MEMORY: 'much' }
  expect(limitsOf({}, environment)).toEqual({ cpu: 5, memory: usualLimits.memory })
  expect(limitsOf({ cpu: 0, memory: 10 }, environment)).toEqual({ cpu: 0, memory: 10 })
})
