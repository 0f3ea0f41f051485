/** Articles → PDFs → judgements → one table of figures and targets, and whether all targets are reached. */
import { basename, join } from 'node:path'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { build, diskHost } from '../../pipeline/index.ts'
import { library } from '../../test/build-article.ts'
import { type BenchArticle, generateArticles, storedArticle } from './articles.ts'
import { BenchError } from './bench-error.ts'
import { criteria } from './criteria.ts'
import { type Judgement, judge } from './judge.ts'
import { columnHead, marked } from './marked.ts'
import type { Options } from './options.ts'
import type { PartInput, Result } from './part.ts'
import { table } from './table.ts'

interface Judged {
  readonly name: string
  readonly judgement: Judgement
}

export async function articleQuality(input: PartInput): Promise<Result> {
  const { options, folder, onProgress } = input
  const { bench, sizes, seeds } = options
  const orders = seeds.flatMap(seed => sizes.map(size => ({ name: `${size}-${seed}`, size, seed })))
  const stored = sizes.map(size => storedArticle(bench, size))
  const generated = orders.length > 0 ? generateArticles(bench, folder, orders) : []
  const judged: Promise<Judged>[] = []
  for (const article of [...stored, ...generated]) {
    onProgress(`${article.name}: building`)
    const pdf = await buildPdf(article, input)
    // One is judged while the next is built; a failure is met below.
    const judging = judge(bench, pdf, join(article.folder, 'plain.txt'))
    judging.catch(() => {})
    judged.push(judging.then(judgement => ({ name: article.name, judgement })))
  }
  return report(await Promise.all(judged), options)
}

/** Of a finished PDF, whoever made it. */
export async function fileQuality(pdf: string, options: Options): Promise<Result> {
  const judgement = await judge(options.bench, pdf, options.source)
  return report([{ name: basename(pdf, '.pdf'), judgement }], options)
}

async function buildPdf(
  { name, folder: path }: BenchArticle,
  { options, style, folder, onProgress }: PartInput,
): Promise<string> {
  const output = options.output ?? folder
  const { outputs, files } = await build({ path, style, library, formats: ['pdf'], output }, diskHost)
  for (const line of messageLines(files, path)) onProgress(line)
  const [file] = outputs.keys()
  if (file === undefined) throw new BenchError(`Nothing was written for ${name}.`)
  return join(output, file)
}

function report(judged: readonly Judged[], { isListed }: Options): Result {
  const rows = criteria.map(({ name, target, verdict }) => {
    const verdicts = judged.map(({ judgement }) => verdict(judgement))
    return { cells: [name, target, ...verdicts.map(marked)], verdicts }
  })
  const head = ['', 'target', ...judged.map(({ name }) => columnHead(name))]
  const verdicts = rows.flatMap(row => row.verdicts).filter(({ isReached }) => isReached !== undefined)
  const missed = verdicts.filter(({ isReached }) => !isReached).length
  const text = [
    table([head, ...rows.map(({ cells }) => cells)]),
    '',
    missed === 0
      ? `All ${verdicts.length} targets reached.`
      : `${missed} of ${verdicts.length} targets missed.`,
    ...(isListed ? judged.map(lists) : []),
  ]
  return { text: text.join('\n'), isReached: missed === 0 }
}

/** The judge's own lists; it cuts them after twelve. */
function lists({ name, judgement }: Judged): string {
  const { loosest_line: loosest, widow_list, orphan_list, stranded_list, short_columns } = judgement
  const rows = [
    ['normal space', judgement.normal_space_source],
    ['loosest line', loosest ? `p${loosest.page}: ${loosest.ratio} in "${loosest.text}"` : '–'],
    ...widow_list.map(line => ['widow', line]),
    ...orphan_list.map(line => ['orphan', line]),
    ...stranded_list.map(line => ['stranded heading', line]),
    ...short_columns.map(([page, column, white]) => {
      return ['short column', `p${page}${column}: ${(white * 100).toFixed(1)} % white`]
    }),
  ]
  return `\n${name}\n${table(rows)}`
}
