/** `offprint doctor`: its lines, its exit status without a browser, and its JSON. */
import { expect, it } from 'vitest'
import { doctorLines } from '../../pipeline/cli/doctor-command.ts'
import { runProgram } from './run.ts'

it('prints a row a line, and remedies below', () => {
  const rows = [
    { subject: 'Node', state: 'ok', finding: 'v24.1.0' },
    { subject: 'browser', state: 'error', finding: 'There is none.', remedy: 'Install one.' },
  ] as const
  expect(doctorLines(rows)).toEqual([
    'ok       Node             v24.1.0',
    'error    browser          There is none.',
    '    Install one.',
  ])
})

it('ends with status 1 if pages cannot be made, and prints JSON', async () => {
  const environment = { OFFPRINT_BROWSER: '/nonexistent/chrome' }
  const { status, stdout } = await runProgram(['doctor', '--json'], { environment })
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ subject: 'browser', state: 'error', remedy: expect.any(String) }),
  )
})
