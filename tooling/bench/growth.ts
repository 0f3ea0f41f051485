/**
 * `npm run bench:growth`: how the time of a build grows with the article: the processor time of Node, and the
 * time in which the browser is at work. Builds articles of 10, 100 and 1,000 paragraphs, references,
 * formulas, notes, tables and figures, and prints what each of them costs. Exit status: 1 if one of the most
 * costs more than `most` times as much as one of the middle.
 *
 *   npm run bench:growth -- notes figures
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { columnHead, marked } from './marked.ts'
import { table } from './table.ts'

const program = fileURLToPath(new URL('../../pipeline/offprint.mjs', import.meta.url))
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

interface Cost {
  /** Node's processor seconds. */
  readonly node: number
  /** Seconds in which the browser was at work. */
  readonly browser: number
  /** The step that takes longest. */
  readonly slowest: string
}

/** Builds PDF and HTML in a process of its own. Throws if the build fails. */
function costOf(files: Files): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-growth-'))
  try {
    const head = '---\ntitle: Growth\nauthors: [Ann Adams]\nbibliography: refs.bib\n---\n\n'
    const paper = { 'refs.bib': '', ...files, 'article.md': `${head}${files['article.md']}\n` }
    for (const [name, text] of Object.entries(paper)) writeFileSync(join(folder, name), text)
    const words = [program, 'build', folder, '--style', 'transactions', '--output', join(folder, 'output')]
    const { status, stdout, stderr } = spawnSync(process.execPath, [...words, '--timings'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (status !== 0) throw new Error(`The article could not be built: ${stderr.slice(-2000)}`)
    return readCost(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Of what `--timings` prints: rows `parse         1.20     0.00` (seconds, and those of the browser), one for
 * all steps, and `Node: 3.86 s of CPU time`.
 */
function readCost(stdout: string): Cost {
  const rows = [...stdout.matchAll(/^(\w+) +([\d.]+) +([\d.]+)$/gm)].map(([, step = '', wall, browser]) => ({
    step,
    wall: Number(wall),
    browser: Number(browser),
  }))
  const all = rows.find(({ step }) => step === 'all')
  const node = /^Node: ([\d.]+) s/m.exec(stdout)?.[1]
  if (!all || node === undefined) throw new Error('Unexpected output, expected the table of --timings')
  const [slowest] = rows.filter(row => row !== all).toSorted((one, other) => other.wall - one.wall)
  return { node: Number(node), browser: all.browser, slowest: slowest?.step ?? '' }
}

function costPerItem(kind: string, files: (count: number) => Files) {
  const costs: Cost[] = []
  for (const count of counts) {
    process.stderr.write(`${count} ${kind}\n`)
    costs.push(costOf(files(count)))
  }
  const [few, middle, many] = costs
  if (!few || !middle || !many) throw new Error('An article was not built')
  // What every build costs is left out: the difference of two articles is what their items cost.
  const each = (from: Cost, to: Cost, items: number) =>
    (to.node + to.browser - from.node - from.browser) / items
  const ratio = each(middle, many, counts[2] - counts[1]) / each(few, middle, counts[1] - counts[0])
  const isReached = ratio <= most
  const cells = [
    kind,
    `≤ ${most}`,
    marked({ text: ratio.toFixed(2), isReached }),
    ...costs.flatMap(({ node, browser }) => [node.toFixed(2), browser.toFixed(2)]),
    many.slowest,
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
// One build that does not count makes the snapshot and fills the caches.
costOf({ 'article.md': paragraph })
const rows = []
for (const [kind, files] of Object.entries(kinds)) {
  if (wanted.length === 0 || wanted.includes(kind)) rows.push(costPerItem(kind, files))
}
const head = [
  '',
  'target',
  columnHead('growth'),
  ...counts.flatMap(count => [`${count}: Node`, 'browser']),
  'slowest step',
]
process.stdout.write(`${table([head, ...rows.map(({ cells }) => cells)])}\n`)
process.exitCode = rows.every(({ isReached }) => isReached) ? 0 : 1
