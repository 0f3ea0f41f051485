/** Whole papers with changed lines: those of ../shared/corpora/manuscripts, else those of this repository. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { CaseFiles } from '../case.ts'
import { mutated, mutations } from './mutations.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
/** Longer papers would take most of the time. */
const maximumSize = 60_000

export function paperCases(): fc.Arbitrary<CaseFiles> {
  const corpus = `${repository}../shared/corpora/manuscripts`
  const folder = existsSync(corpus) ? corpus : repository
  const pattern =
    folder === corpus ? '**/*.{md,Rmd,qmd}' : '{manuscript,templates/*,test/fixtures/markdown/*}/*.md'
  const papers = globSync(pattern, { cwd: folder })
    .map(name => `${folder}/${name}`)
    .filter(path => statSync(path).size < maximumSize)
    .toSorted()
  return fc.tuple(fc.constantFrom(...papers), mutations).map(([path, changes]) => ({
    'article.md': mutated(readFileSync(path, 'utf8'), changes),
  }))
}
