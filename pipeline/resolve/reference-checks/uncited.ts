/**
 * Works that the article does not cite. A bibliography that is mostly cited was made for this article: what is left
 * over may have been forgotten. One that is mostly not is somebody's whole collection, of which a build says nothing.
 */
import type { CslItem } from '../../model/csl.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'

/** How many keys a message names. */
const shown = 5

export const findUncited: ReferenceCheck = ({ all, cited, sources, depth }) => {
  const files = Map.groupBy(all, item => sources.get(item.id)?.file)
  return [...files.values()].flatMap(works => {
    const uncited = works.filter(item => !cited.has(item.id))
    const isCollection = uncited.length * 2 > works.length
    if (depth === 'all' || (depth === 'cited' && !isCollection)) return uncited.map(eachTold)
    return isCollection && depth === 'build' ? [] : allTold(uncited)
  })
}

function eachTold({ id }: CslItem): Finding {
  return {
    rule: 'reference-uncited',
    key: id,
    reason: `Unexpected entry \`${id}\`, the article does not cite it`,
    note: 'It is not printed. Cite it where it belongs, or take it out of the bibliography.',
  }
}

function allTold(uncited: readonly CslItem[]): readonly Finding[] {
  const [first, ...others] = uncited
  if (!first) return []
  if (others.length === 0) return [eachTold(first)]
  const names = uncited.slice(0, shown).map(({ id }) => `\`${id}\``)
  const rest = uncited.length - names.length
  return [
    {
      rule: 'reference-uncited',
      key: first.id,
      isOfFile: true,
      reason: `Unexpected entries, the article does not cite them: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
      note: 'They are not printed. Cite them where they belong, or take them out of the bibliography; `offprint check --all` shows where they stand.',
    },
  ]
}
