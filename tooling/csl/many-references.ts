/**
 * Works and clusters in numbers, for figures of time: names that must be told apart, years that need letters.
 */
import type { CslCluster, CslItem } from '../../pipeline/model/csl.ts'

const families = [
  'Arendal',
  'Bokma',
  'Castellví',
  'Dufresne',
  'Eriksdotter',
  'Fonseca',
  'Groth',
  'Hallam',
  'Ito',
  'Juhász',
]
const givens = ['Maria', 'Marta', 'Jan', 'Jonas', 'Ruth', 'Rosa', 'Peter']

export function manyReferences(count: number): CslItem[] {
  return Array.from({ length: count }, (_, index): CslItem => {
    const at = <T>(list: readonly T[], shift: number) => list[(index * 7 + shift * 3) % list.length]
    const author = Array.from({ length: 1 + (index % 4) }, (__, place) => ({
      family: at(families, place) ?? '',
      given: at(givens, place + (index % 3)) ?? '',
    }))
    return {
      id: `work-${index}`,
      type: index % 5 === 0 ? 'book' : 'article-journal',
      title: `On the <i>measure</i> of things, part ${index}: a study of the ${index % 2 ? 'first' : 'second'} kind`,
      author,
      issued: { 'date-parts': [[1990 + (index % 20)]] },
      'container-title': `Journal of Case ${index % 12}`,
      volume: String(1 + (index % 40)),
      issue: String(1 + (index % 4)),
      page: `${100 + index}-${110 + index}`,
      DOI: `10.1234/case.${index}`,
      publisher: 'Invented Press',
      'publisher-place': 'Lund',
    }
  })
}

export function manyClusters(count: number, works: number): CslCluster[] {
  return Array.from({ length: count }, (_, index) => ({
    items: Array.from({ length: 1 + (index % 3) }, (__, place) => ({
      id: `work-${(Math.floor(index / 2) + place * 11) % works}`,
      ...(index % 6 === 0 && { locator: String(index + 1), label: 'page' }),
    })),
    noteIndex: 0,
  }))
}
