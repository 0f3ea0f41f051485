/**
 * Help for checks: the web pages to check, from the sample in each journal, the manuscripts of the corpora,
 * and an issue of some of them.
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
  /** The sample's editions are named `manuscript-<journal>`; `issue` is the landing page of an issue. */
  readonly name: string
  /** Builds the edition into a folder and returns the path of the page. */
  make(output: string): Promise<string>
}

/** Manuscripts of several formats, so that the page shows many kinds of titles, names and numbers. */
const inIssue = ['joss-basix', 'manubot-rootstock', 'myst-structural-estimation']

/**
 * The editions whose names begin with one of the prefixes; all of them without a prefix. Writes a warning if
 * the corpora are missing.
 */
export async function chosenEditions(prefixes: readonly string[]): Promise<readonly Edition[]> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const corpora = join(root, '../shared/corpora')
  const entries = existsSync(corpora) ? await findEntries(corpora) : []
  if (entries.length === 0) process.stderr.write('Missing ../shared/corpora: only the sample is checked.\n')
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

/** `style`: the journal. Default: the journal that the manuscript names. */
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
      const manuscripts = { articles, file: new VFile() }
      await buildIssue(manuscripts, { library, formats: ['html'], output: folder }, diskHost)
      return join(folder, 'index.html')
    },
  }
}
