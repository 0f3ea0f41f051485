/** Mistakes in dates that only the fields of the file show. */
import { expect, it } from 'vitest'
import type { CslItem } from '../../../pipeline/model/csl.ts'
import { checkDates } from '../../../pipeline/resolve/reference-checks/dates.ts'
import type { ReferenceList } from '../../../pipeline/resolve/reference-checks/reference-check.ts'
import { source } from './bibtex-source.ts'

it('reports a month in the file that the reader left out of the date', () => {
  const item: CslItem = { id: 'a', type: 'article-journal', issued: { 'date-parts': [[2001]] } }
  const list: ReferenceList = {
    works: [item],
    all: [],
    cited: new Set(['a']),
    sources: new Map([['a', source]]),
    depth: 'build',
    hasShortTitles: false,
    notices: new Map(),
    citedAsRetracted: new Set(),
  }
  expect(checkDates(list).map(({ reason }) => reason)).toEqual([
    'Unexpected date of `a`: there is no month 13',
  ])
})
