/**
 * The work of reading grows with the length of the text, not with its square: four times of each kind may
 * take at most eight times the time of the processor, the least of three.
 */
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'

const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i))

const kinds: readonly (readonly [string, (count: number) => string])[] = [
  ['keys of the front matter', count => `---\n${many(10 * count, i => `k${i}: v\n`).join('')}---\n\nText\n`],
  ['quotations', count => many(count, i => `> Quote ${i}\n\nText\n`).join('\n')],
]

function seconds(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

const SMALL = 60

it.each(kinds)('%s are read in linear time', (_, make) => {
  const time = (count: number) => {
    const value = make(count)
    const runs = [1, 2, 3].map(() => seconds(() => parseMarkdown(new VFile({ path: 'article.md', value }))))
    return Math.min(...runs)
  }
  time(SMALL)
  expect(time(8 * SMALL) / time(2 * SMALL)).toBeLessThan(10)
})
