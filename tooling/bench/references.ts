/**
 * The time of references: 200 works and 400 clusters on Offprint's way (marks, joined pieces, hast of every
 * text) beside the bare engine's, both in this process, in turn. The bare engine does what `cite` has to: all
 * works are known, every cluster and the list are made.
 *
 *   npm run bench:references -- ieee apa      these styles of ../shared; without names the journals' own
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { htmlFragment } from '../../pipeline/resolve/html-fragment.ts'
import { openCslEngine } from '../../pipeline/tools/citation-js/citation-js.ts'
import { bareEngine } from '../csl/bare-citeproc.ts'
import { manyClusters, manyReferences } from '../csl/many-references.ts'
import { corpora } from '../csl/suite.ts'
import { median } from './times.ts'

const works = 200
const runs = 3
const items = manyReferences(works)
const clusters = manyClusters(400, works)
const library = fileURLToPath(new URL('../../styles', import.meta.url))
const locales: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(
    new URL('../../node_modules/@citation-js/plugin-csl/lib/locales.json', import.meta.url),
    'utf8',
  ),
)

const named = process.argv.slice(2).map(name => join(corpora, 'tests/csl-styles', `${name}.csl`))
const own = readdirSync(library).map(name => join(library, name, `${name}.csl`))
const paths = (named.length > 0 ? named : own).filter(path => existsSync(path))

function timeOf(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function bare(style: string): void {
  const engine = bareEngine(style, items, tag => locales[tag] ?? locales['en-US'], 'en-US')
  const citations = clusters.map((cluster, index) => ({
    citationID: `c${index}`,
    citationItems: cluster.items.map(item => ({ ...item })),
    properties: { noteIndex: 0 },
  }))
  engine.rebuildProcessorState(citations, 'html', [])
  engine.makeBibliography()
}

function ours(style: string): void {
  const engine = openCslEngine(style, items, 'en-US')
  for (const html of engine.cite(clusters)) htmlFragment(html)
  for (const { html } of engine.bibliography()) htmlFragment(html)
}

for (const path of paths) {
  const style = readFileSync(path, 'utf8')
  const times = Array.from(
    { length: runs },
    () => [timeOf(() => bare(style)), timeOf(() => ours(style))] as const,
  )
  const [theirs, mine] = [median(times.map(([time]) => time)), median(times.map(([, time]) => time))]
  const seconds = (time: number) => `${(time / 1000).toFixed(2).padStart(7)} s`
  const name = path.split('/').at(-1)?.padEnd(40)
  process.stdout.write(
    `${name}${seconds(theirs)} bare ${seconds(mine)} ours   ratio ${(mine / theirs).toFixed(2)}\n`,
  )
}
