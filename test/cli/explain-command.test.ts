/** `offprint explain`: where the metadata of an article comes from, as a table and as JSON. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { rules } from '../../pipeline/model/diagnostics.ts'
import { run } from './run.ts'

const fixtures = fileURLToPath(new URL('../fixtures/bad-input', import.meta.url))

it('prints each value with its key and place, and the keys that it ignores', async () => {
  const { status, stdout, stderr } = await run(['explain', join(fixtures, 'unknown-key')])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Read as commonmark, because nothing says otherwise\.$/m)
  expect(stdout).toMatch(/^authors\[0\]\.name\.family +Lovelace +authors\[0\]\.name {2}article\.md:4$/m)
  expect(stdout).toMatch(/^colour +ignored: unknown key +article\.md:6$/m)
  expect(stderr).toMatch(/Did you mean `title`/)
})

it('prints the same as JSON', async () => {
  const { stdout } = await run(['explain', join(fixtures, 'unknown-key'), '--json'])
  const json: unknown = JSON.parse(stdout)
  expect(json).toMatchObject({ ignored: [{ source: { key: 'titel', line: 2 } }, {}, {}] })
})

it('ends with status 1 if a value is not what its key expects', async () => {
  expect((await run(['explain', join(fixtures, 'invalid-values')])).status).toBe(1)
})

it('says in which dialect the manuscript is read, and takes another one', async () => {
  const asked = ['explain', join(fixtures, 'unknown-key'), '--dialect', 'quarto']
  expect((await run(asked)).stdout).toMatch(/^Read as pandoc, because the command line says so\.$/m)
  const { status, stderr } = await run(['explain', join(fixtures, 'unknown-key'), '--dialect', 'latex'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/Unexpected "latex", expected one of pandoc, myst, commonmark/)
})

it('explains a rule, as text and as JSON', async () => {
  const [text, json] = await Promise.all([
    run(['explain', 'figure-missing']),
    run(['explain', 'figure-missing', '--json']),
  ])
  expect(text.stdout).toMatch(/^figure-missing {2}error\n\nAn image file cannot be found\./)
  expect(JSON.parse(json.stdout)).toMatchObject({ severity: 'error', example: { at: 'text' } })
})

it('lists all rules', async () => {
  const { stdout } = await run(['explain', '--rules'])
  expect(stdout.trim().split('\n')).toHaveLength(Object.keys(rules).length)
})

it('names the rule that a misspelt one resembles, and ends with status 2 without a subject', async () => {
  const [misspelt, nothing] = await Promise.all([run(['explain', 'figure-mising']), run(['explain'])])
  expect([misspelt.status, nothing.status]).toEqual([2, 2])
  expect(misspelt.stderr).toContain('Did you mean `figure-missing`?')
})
