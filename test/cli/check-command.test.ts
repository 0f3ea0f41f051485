/** `offprint check`: what it prints, as text and as JSON, and its exit status. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { run } from './run.ts'

const fixtures = fileURLToPath(new URL('../fixtures/reference-checks', import.meta.url))
const retractions = `${fixtures}/reference-retracted/retractions.csv`

function check(name: string, words: readonly string[] = [], environment: Record<string, string> = {}) {
  return run(['check', `${fixtures}/${name}`, ...words], { environment })
}

it('ends with status 0 and says that nothing is wrong', async () => {
  expect(await check('clean', ['--strict', '--all'])).toEqual({
    status: 0,
    stdout: 'Nothing is wrong.\n',
    stderr: '',
  })
})

it('reports a citation style that does not exist', async () => {
  expect((await check('clean', ['--csl', 'nowhere'])).stderr).toContain('style-missing')
})

it('ends with status 0 if there are only warnings, and with 1 if it is strict', async () => {
  const { status, stderr } = await check('pages-reversed')
  expect(status).toBe(0)
  expect(stderr).toMatch(/references\.bib\S* {2}warning {2}Unexpected pages `123-12` .* pages-reversed/)
  expect(stderr).toMatch(/^4 warnings$/m)
  expect((await check('pages-reversed', ['--strict'])).status).toBe(1)
})

it('ends with status 1 if there are errors', async () => {
  expect((await check('reference-data-unread')).status).toBe(1)
})

it('prints its messages as JSON', async () => {
  const { status, stdout, stderr } = await check('reference-data-unread', ['--json'])
  const messages: unknown = JSON.parse(stdout)
  expect(messages).toEqual([
    {
      file: expect.stringMatching(/reference-data-unread\/article\.md$/),
      line: 3,
      column: expect.any(Number),
      endLine: 3,
      endColumn: expect.any(Number),
      rule: 'reference-data-unread',
      severity: 'error',
      reason: expect.stringContaining('lists/retracted.csv'),
      note: expect.any(String),
    },
    expect.objectContaining({ line: 4 }),
  ])
  expect([status, stderr]).toEqual([1, ''])
})

it('takes the list of retractions from an option or from the environment', async () => {
  const [option, environment, none] = (
    await Promise.all([
      check('retracted-elsewhere', ['--retractions', retractions]),
      check('retracted-elsewhere', [], { OFFPRINT_RETRACTIONS: retractions }),
      check('retracted-elsewhere'),
    ])
  ).map(({ stderr }) => stderr.includes('reference-retracted'))
  expect({ option, environment, none }).toEqual({ option: true, environment: true, none: false })
})

it('checks works that are not cited only with --all', async () => {
  expect((await check('doi-invalid')).stderr).not.toContain('pump.11')
  expect((await check('doi-invalid', ['--all'])).stderr).toContain('pump.11')
})
