/** The program without a command, and with a command that does not exist. */
import { expect, it } from 'vitest'
import { run } from './run.ts'

it.each([[[]], [['biuld', 'x']]])('ends with status 2 and shows no stack: %j', async words => {
  const { status, stderr } = await run(words)
  expect(status).toBe(2)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('lists its commands in its help', async () => {
  const { status, stdout } = await run(['--help'])
  expect(status).toBe(0)
  for (const command of ['build', 'explain', 'check', 'cite']) expect(stdout).toMatch(`  ${command} `)
})
