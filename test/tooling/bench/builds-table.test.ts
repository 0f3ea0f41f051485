/** The table of whole builds in docs/bench.md. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildsTable, withTable } from '../../../tooling/bench/builds-table.ts'

const figures = (wall: number, cpu: number) => ({
  wall,
  wall_min: wall - 0.1,
  wall_max: wall + 0.2,
  cpu,
  peak_mib: 200,
})

test('has a row for each program and size, and the cost of one more article of an issue', () => {
  const measured = {
    offprint: { S: figures(1, 1.5) },
    peer: { S: {} },
    'offprint-issue-2': { S: figures(2, 3) },
    'offprint-issue-8': { S: figures(5, 7.2) },
  }
  expect(
    buildsTable({ measured, sizes: ['S'], issueSizes: [2, 8], rounds: 3 })
      .split('\n')
      .slice(2),
  ).toEqual([
    '| S | **Offprint, PDF and HTML** | 1.00 | 0.90–1.20 | 1.50 | 200 |',
    '| S | peer | failed |  |  |  |',
    '| S | Offprint, one more article of an issue | 0.50 |  | 0.70 | 200 |',
  ])
})

test('replaces the table of docs/bench.md', () => {
  const text = readFileSync(fileURLToPath(new URL('../../../docs/bench.md', import.meta.url)), 'utf8')
  const replaced = withTable(text, '| new |')
  expect(replaced).toContain('\n\n| new |\n\n')
  expect(withTable(replaced, '| newer |')).not.toContain('| new |')
  expect(() => withTable('no place', '')).toThrow('There are no lines')
})
