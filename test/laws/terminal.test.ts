/**
 * Control and bidirectional characters of names and texts reach neither the terminal nor a report, no text
 * makes a line of its own, and none is a command of GitHub Actions: with every command and every reporter.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCommand } from '../../pipeline/cli/build-command.ts'
import { citeLines } from '../../pipeline/cli/cite-lines.ts'
import { doctorLines } from '../../pipeline/cli/doctor-command.ts'
import { messagesOf } from '../../pipeline/cli/report/messages.ts'
import { machineReporters } from '../../pipeline/cli/report/reporters.ts'
import { plainLines, richLines } from '../../pipeline/cli/report/terminal.ts'
import { visibleText } from '../../pipeline/cli/report/visible-text.ts'
import { report } from '../../pipeline/model/diagnostics.ts'
import { run } from '../cli/run.ts'

const hostile = '\u001b]0;owned\u0007\u009b31m\u202etxt\u2066\u2028\r\n::error::forged ##[error]forged'
const steering = /[\p{Bidi_Control}\u2028\u2029]|(?![\n])\p{Cc}/u
const commands = /^\s*::|##\[/m

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-terminal-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Messages about a file with a hostile name, in a line with hostile text. */
function hostileMessages() {
  const file = new VFile({ path: `/paper/::warning::${hostile}/a.md`, value: `${hostile}\n${hostile}` })
  report(file, 'link-broken', {
    reason: `Unexpected \`${hostile}\``,
    place: { line: 1, column: 1 },
    note: `Remove ${hostile}\n::error::forged`,
  })
  return messagesOf([file])
}

function inGitHub<T>(work: () => T): T {
  const before = process.env.GITHUB_ACTIONS
  process.env.GITHUB_ACTIONS = 'true'
  try {
    return work()
  } finally {
    if (before === undefined) delete process.env.GITHUB_ACTIONS
    else process.env.GITHUB_ACTIONS = before
  }
}

it('the messages for people, in a pipe and in a terminal', () => {
  const messages = hostileMessages()
  const looks = [40, 120].map(width => ({ hasColours: false, width }))
  const texts = inGitHub(() => [
    plainLines(messages, '/paper').join('\n'),
    ...looks.map(look => richLines(messages, '/paper', look).join('\n')),
  ])
  for (const text of texts) {
    expect(text).not.toMatch(steering)
    expect(text).not.toMatch(commands)
  }
  // The message, and the lines of its remedy, which are indented.
  const [first = '', ...others] = texts[0]?.split('\n') ?? []
  expect(first).toMatch(/ link-broken$/)
  expect(others.every(line => line.startsWith('    '))).toBe(true)
})

it.each(Object.keys(machineReporters) as (keyof typeof machineReporters)[])('the reporter %s', async name => {
  const reporter = await machineReporters[name].load()
  const messages = hostileMessages()
  const text = reporter({ messages, from: '/paper', root: '/paper', isStrict: false, version: '1.0' })
  expect(text).not.toMatch(steering)
  if (name === 'github') expect(text.match(/^::/gm)).toHaveLength(messages.length)
  else expect(text).not.toMatch(/^\s*::/m)
  if (/json|sarif|gitlab/.test(name)) expect(JSON.stringify(JSON.parse(text))).toContain('forged')
})

it.each([
  ['the value of an option', ['build', 'paper', '--to', hostile]],
  ['the name of an option', ['build', 'paper', `--${hostile}`]],
])('%s that was typed', async (_name, words) => {
  const { stdout, stderr, status } = await run(words, { folder, environment: { GITHUB_ACTIONS: 'true' } })
  expect(stdout + stderr).not.toMatch(steering)
  expect((stdout + stderr).replace(/^::(?:group|endgroup|error)\b.*$/gm, '')).not.toMatch(commands)
  expect(status).not.toBe(0)
})

it('names of folders, in what a build and a new article print', async () => {
  const name = '\u001b[31m\u202e::error::x'
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'article.md'), `---\ntitle: "${name}"\n---\n\n[@${name}] [](x)\n`)
  const build = await run(['build', name, '--to', 'html', '-o', `${name}/out`], { folder })
  const init = await run(['init', `${name}/new`], { folder })
  for (const { stdout, stderr } of [build, init]) {
    expect(stdout).toContain('::error::x')
    expect(stdout + stderr).not.toMatch(steering)
  }
}, 60_000)

it('works that were looked up, and what is found on the machine', () => {
  const item = { id: hostile, type: 'book', title: hostile, author: [{ family: hostile }] } as const
  const works = [{ item, presentIn: `/paper/${hostile}` }]
  const result = { works, files: [], added: '', isNew: false, isUnread: false, target: undefined }
  // The cast is safe: the lines need no more of a result.
  const lines = citeLines(result as unknown as Parameters<typeof citeLines>[0], {
    from: '/paper',
    isDry: true,
  })
  const rows = doctorLines([{ subject: 'browser', state: 'ok', finding: hostile, remedy: hostile }])
  for (const line of [...lines, ...rows]) expect(visibleText(line)).not.toMatch(steering)
  expect(buildCommand.helpInformation()).not.toMatch(steering)
})
