/** `offprint check`: what it says, as text and as JSON, and the exit status. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../pipeline/offprint.mjs', import.meta.url))
const fixtures = fileURLToPath(new URL('../fixtures/reference-checks', import.meta.url))
const retractions = `${fixtures}/reference-retracted/retractions.csv`

function check(name: string, words: readonly string[] = [], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'check', `${fixtures}/${name}`, ...words],
    { encoding: 'utf8', env: { ...process.env, ...environment } },
  )
  return { status, stdout, stderr }
}

it('says so, and 0, where nothing is wrong', () => {
  expect(check('clean', ['--strict', '--all'])).toEqual({
    status: 0,
    stdout: 'Nothing is wrong.\n',
    stderr: '',
  })
})

it('looks at the citation style, too', () => {
  expect(check('clean', ['--csl', 'nowhere']).stderr).toContain('style-missing')
})

it('says 0 for warnings, and 1 for them where it is strict', () => {
  const { status, stderr } = check('pages-reversed')
  expect(status).toBe(0)
  expect(stderr).toMatch(/references\.bib\S* {2}warning {2}Unexpected pages `123-12` .* pages-reversed/)
  expect(stderr).toMatch(/^4 warnings$/m)
  expect(check('pages-reversed', ['--strict']).status).toBe(1)
})

it('says 1 for errors', () => {
  expect(check('reference-data-unread').status).toBe(1)
})

it('gives its messages as JSON', () => {
  const { status, stdout, stderr } = check('reference-data-unread', ['--json'])
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

it('takes the list of retractions from an option or from the environment', () => {
  const [option, environment, none] = [
    check('retracted-elsewhere', ['--retractions', retractions]),
    check('retracted-elsewhere', [], { OFFPRINT_RETRACTIONS: retractions }),
    check('retracted-elsewhere'),
  ].map(({ stderr }) => stderr.includes('reference-retracted'))
  expect({ option, environment, none }).toEqual({ option: true, environment: true, none: false })
})

it('looks at what is not cited where it is asked for all', () => {
  expect(check('doi-invalid').stderr).not.toContain('pump.11')
  expect(check('doi-invalid', ['--all']).stderr).toContain('pump.11')
})
