/**
 * `npm run bench:growth`: how the time of a build grows with the article. Builds articles of 10, 100 and
 * 1,000 paragraphs, references, formulas, notes, tables and figures, and prints what each of them costs. Exit
 * status: 1 if one of the most costs more than `most` times as much as one of the middle.
 *
 *   npm run bench:growth -- notes figures
 */
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { library } from '../../test/build-article.ts'
import { columnHead, marked } from './marked.ts'
import { table } from './table.ts'

const counts = [10, 100, 1000] as const
/** The cost of one item among 1,000, in times of the cost of one among 100. */
const most = 1.5

type Files = Readonly<Record<string, string>>

const sentence =
  'The gauge was read twice a day, and the readings of both observers were compared in the evening. '
const paragraph = sentence.repeat(4)
const drawing = (number: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><path d="M0 ${number % 120}L300 60" stroke="#000"/></svg>`
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const body = (count: number, block: (number: number) => string) => numbers(count).map(block).join('\n\n')

/** The manuscript with so many items of a kind. */
const kinds: Readonly<Record<string, (count: number) => Files>> = {
  paragraphs: count => ({ 'article.md': body(count, () => paragraph) }),
  headings: count => ({ 'article.md': body(count, number => `## Part ${number}\n\n${sentence}`) }),
  formulas: count => ({
    'article.md': body(count, number => `${sentence} $x_{${number}}^2 + \\alpha$ follows.`),
  }),
  equations: count => ({
    'article.md': body(count, number => `${sentence}\n\n$$ y_{${number}} = \\frac{a}{b} $$ {#eq-e${number}}`),
  }),
  notes: count => ({
    'article.md': body(count, number => `${paragraph}[^n${number}]\n\n[^n${number}]: ${sentence}`),
  }),
  references: count => ({
    'article.md': body(count, number => `${sentence} [@work${number}]`),
    'refs.bib': body(
      count,
      number =>
        `@article{work${number}, author={Adams, Ann and Baker, Bob${number}}, title={Wells of region ${number}}, journal={Waters}, volume={${number}}, year={${1900 + (number % 120)}}}`,
    ),
  }),
  tables: count => ({
    'article.md': body(
      count,
      number =>
        `${paragraph} See @tbl-t${number}.\n\n| Well | Depth |\n|---|---|\n| A | ${number} |\n\n: Depths ${number}. {#tbl-t${number}}`,
    ),
  }),
  figures: count => ({
    'article.md': body(
      count,
      number =>
        `${paragraph} See @fig-f${number}.\n\n![Levels ${number}.](fig${number}.svg){#fig-f${number}}`,
    ),
    ...Object.fromEntries(numbers(count).map(number => [`fig${number}.svg`, drawing(number)])),
  }),
}

/** Milliseconds of each step of a build. Throws if no PDF is made. */
async function timesOf(files: Files): Promise<ReadonlyMap<string, number>> {
  const head = '---\ntitle: Growth\nauthors: [Ann Adams]\nbibliography: refs.bib\n---\n\n'
  const paper = { 'refs.bib': '', ...files, 'article.md': `${head}${files['article.md']}\n` }
  const paths = Object.fromEntries(Object.entries(paper).map(([name, text]) => [`/paper/${name}`, text]))
  const { outputs, timings } = await build(
    {
      path: '/paper/article.md',
      library,
      style: 'transactions',
      formats: ['pdf', 'html'],
      output: '/output',
    },
    memoryHost(paths, diskHost),
  )
  if (outputs.size < 2) throw new Error('The article could not be built')
  return new Map(timings.map(({ step, wall }) => [step, wall]))
}

const total = (times: ReadonlyMap<string, number>) => [...times.values()].reduce((sum, time) => sum + time, 0)

async function growth(kind: string, files: (count: number) => Files) {
  const times: ReadonlyMap<string, number>[] = []
  for (const count of counts) {
    process.stderr.write(`${count} ${kind}\n`)
    times.push(await timesOf(files(count)))
  }
  const [few, middle, many] = times
  if (!few || !middle || !many) throw new Error('An article was not timed')
  // What every build costs is left out: the difference of two articles is what their items cost.
  const each = (from: number, to: number, items: number) => (to - from) / items
  const first = each(total(few), total(middle), counts[1] - counts[0])
  const second = each(total(middle), total(many), counts[2] - counts[1])
  const ratio = second / first
  const isReached = ratio <= most
  const slowest = [...many].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ''
  const cells = [
    kind,
    `≤ ${most}`,
    marked({ text: ratio.toFixed(2), isReached }),
    ...[few, middle, many].map(time => (total(time) / 1000).toFixed(2)),
    slowest,
  ]
  return { cells, isReached }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in kinds))
if (unknown.length > 0) {
  process.stderr.write(
    `Unexpected ${unknown.join(', ')}, expected some of ${Object.keys(kinds).join(', ')}.\n`,
  )
  process.exit(2)
}
// One build that does not count compiles the code.
await timesOf({ 'article.md': paragraph })
const rows = []
for (const [kind, files] of Object.entries(kinds)) {
  if (wanted.length === 0 || wanted.includes(kind)) rows.push(await growth(kind, files))
}
const head = ['', 'target', columnHead('growth'), ...counts.map(count => `${count}, s`), 'slowest step']
process.stdout.write(`${table([head, ...rows.map(({ cells }) => cells)])}\n`)
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1
