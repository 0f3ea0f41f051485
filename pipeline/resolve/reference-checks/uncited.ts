/**
 * Works that the article does not cite. If it cites most of a bibliography file, the file was made for this
 * article, and the other works may have been forgotten. Otherwise the file is a collection, about which a
 * build says nothing.
 */
import type { CslItem } from '../../model/csl.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'

/** The greatest number of keys that a message names. */
const shown = 5

export const findUncited: ReferenceCheck = ({ all, cited, sources, depth }) => {
  const files = Map.groupBy(all, item => sources.get(item.id)?.file)
  return [...files.values()].flatMap(works => {
    const uncited = works.filter(item => !cited.has(item.id))
    const isCollection = uncited.length * 2 > works.length
    if (depth === 'all' || (depth === 'cited' && !isCollection)) return uncited.map(finding)
    return isCollection && depth === 'build' ? [] : commonFinding(uncited)
  })
}

function finding({ id }: CslItem): Finding {
  return {
    rule: 'reference-uncited',
    key: id,
    reason: `Unexpected entry \`${id}\`, the article does not cite it`,
    note: 'It is not printed. Cite it where it belongs, or delete it from the bibliography.',
  }
}

/** Makes one finding about all uncited works of a file. */
function commonFinding(uncited: readonly CslItem[]): readonly Finding[] {
  const [first, ...others] = uncited
  if (!first) return []
  if (others.length === 0) return [finding(first)]
  const names = uncited.slice(0, shown).map(({ id }) => `\`${id}\``)
  const rest = uncited.length - names.length
  return [
    {
      rule: 'reference-uncited',
      key: first.id,
      isOfFile: true,
      reason: `Unexpected entries, the article does not cite them: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
      note: 'They are not printed. Cite them where they belong, or delete them from the bibliography. `offprint check --all` shows their lines.',
    },
  ]
}
