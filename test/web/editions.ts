/** Test help: the articles whose web editions are looked at: the sample in each journal, and the corpora's manuscripts. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { library } from '../build-article.ts'
import { findEntries } from '../corpus/entries.ts'

export interface Edition {
  /** Of the sample, `manuscript-` and the journal. */
  readonly name: string
  /** Absolute: a folder or a file. */
  readonly path: string
  /** The journal; the manuscript's own wish where it is missing. */
  readonly style?: string
}

/** Those whose names begin with one of the prefixes, or all; says so where the corpora are not there. */
export async function chosenEditions(prefixes: readonly string[]): Promise<readonly Edition[]> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const corpora = join(root, '../shared/corpora')
  const entries = existsSync(corpora) ? await findEntries(corpora) : []
  if (entries.length === 0)
    process.stderr.write('../shared/corpora is not there: only the sample is looked at.\n')
  const sample = readdirSync(library)
    .filter(name => name !== 'base')
    .map(style => ({ name: `manuscript-${style}`, path: join(root, 'manuscript'), style }))
  return [...sample, ...entries].filter(
    ({ name }) => prefixes.length === 0 || prefixes.some(prefix => name.startsWith(prefix)),
  )
}
