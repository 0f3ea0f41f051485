/**
 * The articles of the benchmark: those that lie in its folder, and further ones from other seeds or of other
 * lengths, made by a copy of its generator in a folder of ours (the benchmark's own is only read).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BenchError } from './bench-error.ts'

export interface BenchArticle {
  readonly name: string
  /** Holds `article.md`, what it refers to, and `plain.txt`, its words in order. */
  readonly folder: string
}

/** An article to be made: as long as `size`, or `times` as long. */
export interface Order {
  readonly name: string
  readonly size: string
  readonly seed: number
  readonly times?: number
}

/** Those of `articles/`. Throws where there is none of this size. */
export function storedArticle(bench: string, size: string): BenchArticle {
  const folder = join(bench, 'articles', size)
  if (size === '' || !existsSync(join(folder, 'article.md')))
    throw new BenchError(`There is no benchmark article at ${folder}.`)
  return { name: size, folder }
}

/**
 * The generator builds S, M and L by one line each, `build('M', { seed: 22, words: 4300, … });`. The copy has
 * our orders in their place, which start from these plans.
 */
export function generateArticles(
  bench: string,
  into: string,
  orders: readonly Order[],
): readonly BenchArticle[] {
  const original = join(bench, 'gen/generate.mjs')
  const source = readFileSync(original, 'utf8')
  const call = /^build\('(\w+)', (\{.*\})\);?$/gm
  const plans = [...source.matchAll(call)].map(([, size, plan]) => `${size}: ${plan}`)
  if (plans.length === 0)
    throw new BenchError(`Unexpected form of ${original}, expected lines "build('S', {…})".`)

  mkdirSync(into, { recursive: true })
  const copy = join(into, 'generate.mjs')
  writeFileSync(copy, `${source.replace(call, '')}\n${ending(plans, orders)}`)
  const { status, stderr } = spawnSync(process.execPath, [copy, into], { encoding: 'utf8' })
  if (status !== 0) {
    throw new BenchError(`The generator failed; it needs rsvg-convert (Debian: librsvg2-bin).\n${stderr}`)
  }
  return orders.map(({ name }) => ({ name, folder: join(into, name) }))
}

function ending(plans: readonly string[], orders: readonly Order[]): string {
  return `
const plans = { ${plans.join(', ')} };
for (const { name, size, seed, times = 1 } of ${JSON.stringify(orders)}) {
  const plan = plans[size];
  const amounts = ['words', 'refs', 'figs', 'tabs', 'eqs', 'fns'].map(key => [key, plan[key] * times]);
  build(name, { ...plan, ...Object.fromEntries(amounts), seed });
}
`
}
