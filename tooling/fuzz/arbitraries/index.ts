/** The kinds of cases: name → arbitrary of fast-check. */
import type { Arbitrary } from 'fast-check'
import type { CaseFiles } from '../case.ts'
import { bibliographyCases, cslCases, frontMatterCases, imageCases } from './data.ts'
import { markdownCases } from './markdown.ts'
import { paperCases } from './papers.ts'

export const kinds = {
  markdown: () => markdownCases,
  'front-matter': () => frontMatterCases,
  bibtex: () => bibliographyCases,
  csl: () => cslCases,
  images: () => imageCases,
  papers: paperCases,
} satisfies Readonly<Record<string, () => Arbitrary<CaseFiles>>>

export type Kind = keyof typeof kinds
