/** The two comparisons of time: our pages with the bare browser's, a long article with a short one. */
import { type BenchArticle, generateArticles, storedArticle } from './articles.ts'
import { columnHead, marked } from './marked.ts'
import type { PartInput, Result } from './part.ts'
import { table } from './table.ts'
import { barePages, ourPages, type Times, timed } from './times.ts'
import { typesetInput } from './typeset-input.ts'

/** Setting and printing L in our pages, in times of the bare browser. */
const MOST_OF_BARE = 2
/** A page of the long article, in times of a page of L. */
const MOST_OF_SHORT = 1.3
/** So many times L, which has 40 pages. */
const LONG = { size: 'L', times: 10, seed: 44 }

export async function besideBare({ options, style, onProgress }: PartInput): Promise<Result> {
  const { bench, sizes, rounds } = options
  const inputs = await Array.fromAsync(sizes, size => typesetInput(storedArticle(bench, size), style))
  const openers = inputs.flatMap(input => [ourPages(input), barePages(input)])
  const times = await timed(openers, rounds, round => onProgress(`time: round ${round} of ${rounds}`))
  const rows = sizes.map((size, index) => {
    const [ours, bare] = times.slice(2 * index, 2 * index + 2)
    if (!ours || !bare) throw new Error(`${size} was not timed`)
    const ratio = ours.total / bare.total
    // Of a short article the most is the opening of a page.
    const isReached = size === 'L' ? ratio <= MOST_OF_BARE : undefined
    const target = isReached === undefined ? '' : `≤ ${MOST_OF_BARE}`
    const value = marked({ text: ratio.toFixed(2), isReached })
    return { cells: [size, target, value, ...timeCells(ours), ...timeCells(bare)], isReached }
  })
  const ours = ['pages', 'set', 'print', 'ours']
  const bare = ['pages', 'open', 'print', 'bare']
  const head = ['', 'target', columnHead('ours/bare'), ...ours, ...bare]
  return {
    text: `${heading(rounds)}\n${table([head, ...rows.map(({ cells }) => cells)])}`,
    isReached: rows.every(({ isReached }) => isReached !== false),
  }
}

export async function longBesideShort(input: PartInput): Promise<Result> {
  const { options, style, folder, onProgress } = input
  const { bench, rounds } = options
  // One after the other, each in a browser of its own: what the long one leaves behind cannot slow L.
  const time = async (article: BenchArticle) => {
    const input = await typesetInput(article, style)
    const times = await timed([ourPages(input)], rounds, round => {
      onProgress(`${article.name}: round ${round} of ${rounds}`)
    })
    return only(times)
  }
  const short = await time(storedArticle(bench, LONG.size))
  onProgress('long: making and reading the article')
  const long = await time(only(generateArticles(bench, folder, [{ name: 'long', ...LONG }])))
  const ratio = millisecondsPerPage(long) / millisecondsPerPage(short)
  const isReached = ratio <= MOST_OF_SHORT
  const value = marked({ text: ratio.toFixed(2), isReached })
  const row = (times: Times) => [...timeCells(times), millisecondsPerPage(times).toFixed(0)]
  const rows = [
    ['', 'target', columnHead(`to ${LONG.size}`), 'pages', 'set', 'print', 'ours', 'ms a page'],
    [LONG.size, '', '', ...row(short)],
    ['long', `≤ ${MOST_OF_SHORT}`, value, ...row(long)],
  ]
  return { text: `${heading(rounds)}\n${table(rows)}`, isReached }
}

function heading(rounds: number): string {
  return `Seconds for setting and printing, medians of ${rounds}`
}

function only<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('Unexpected end, expected one')
  return one
}

function millisecondsPerPage({ total, pages }: Times): number {
  return (total / pages) * 1000
}

function timeCells({ pages, set, print, total }: Times): readonly string[] {
  return [String(pages), ...[set, print, total].map(seconds => seconds.toFixed(2))]
}
