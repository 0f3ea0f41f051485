/**
 * Test help: the pages that are looked at: the sample in each journal, the corpora's manuscripts, and an
 * issue of some of them.
 */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { diskHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { buildIssue } from '../../pipeline/tasks/build-issue.ts'
import { library } from '../../test/build-article.ts'
import { type Entry, findEntries } from '../corpus/entries.ts'

export interface Edition {
  /** Of the sample, `manuscript-` and the journal; `issue` is the landing page of one. */
  readonly name: string
  /** Builds it into a folder, and returns the path of the page. */
  make(output: string): Promise<string>
}

/** Articles of several families: a page of titles, names and numbers as they come. */
const inIssue = ['joss-basix', 'manubot-rootstock', 'myst-structural-estimation']

/** Those whose names begin with one of the prefixes, or all; says so where the corpora are not there. */
export async function chosenEditions(prefixes: readonly string[]): Promise<readonly Edition[]> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const corpora = join(root, '../shared/corpora')
  const entries = existsSync(corpora) ? await findEntries(corpora) : []
  if (entries.length === 0)
    process.stderr.write('../shared/corpora is not there: only the sample is looked at.\n')
  const sample = readdirSync(library)
    .filter(name => name !== 'base')
    .map(style => article({ name: `manuscript-${style}`, path: join(root, 'manuscript') }, style))
  const ofIssue = entries.filter(({ name }) => inIssue.includes(name))
  return [
    ...sample,
    ...entries.map(entry => article(entry)),
    ...(ofIssue.length > 1 ? [issue(ofIssue)] : []),
  ].filter(({ name }) => prefixes.length === 0 || prefixes.some(prefix => name.startsWith(prefix)))
}

/** `style`: the journal; the manuscript's own wish where it is missing. */
function article({ name, path }: Entry, style?: string): Edition {
  return {
    name,
    async make(output) {
      const slug = name.replaceAll('/', '+')
      await build({ path, style, slug, library, formats: ['html'], output }, diskHost)
      return join(output, `${slug}.html`)
    },
  }
}

function issue(entries: readonly Entry[]): Edition {
  return {
    name: 'issue',
    async make(output) {
      const articles = entries.map(({ path }) => ({ path, slug: basename(path) }))
      const folder = join(output, 'issue')
      const found = { articles, file: new VFile() }
      await buildIssue(found, { library, formats: ['html'], output: folder }, diskHost)
      return join(folder, 'index.html')
    },
  }
}
