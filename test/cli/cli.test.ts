/** The program without a command, with a command that does not exist, and its list of commands. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { run, runProgram } from './run.ts'

it.each([[[]], [['biuld', 'x']]])('ends with status 2 and shows no stack: %j', async words => {
  const { status, stderr } = await runProgram(words)
  expect(status).toBe(2)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('lists its commands in its help', async () => {
  const { status, stdout } = await run(['--help'])
  expect(status).toBe(0)
  expect(commandsIn(stdout)).toEqual(expect.arrayContaining(['init', 'build', 'explain', 'check', 'cite']))
})

it.each(['--version', '-V'])('prints its version: %s', async word => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await runProgram([word])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})

it('has all its commands in docs/command-line.md', async () => {
  const guide = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8')
  const isInGuide = (command: string) => new RegExp(`^## .*offprint ${command}\\b`, 'm').test(guide)
  const commands = commandsIn((await run(['--help'])).stdout)
  expect(commands.length).toBeGreaterThan(0)
  const missing = commands.filter(command => !isInGuide(command))
  expect(missing.map(command => `docs/command-line.md does not name the command ${command}`)).toEqual([])
})

/** The names of the commands in the text of `offprint --help`, without `help`, which commander adds. */
function commandsIn(help: string): readonly string[] {
  const [, list = ''] = help.split('Commands:\n')
  return [...list.matchAll(/^ {2}([\w-]+)/gm)].map(([, name = '']) => name).filter(name => name !== 'help')
}
