/**
 * The roles of an author in any shape → the names of the fourteen CRediT roles (ANSI/NISO Z39.104-2022), each
 * with its degree.
 */
import { type Draft, leaf, map } from './draft.ts'
import { booleanOf, kebab, type Origin, type ValueNode } from './value-node.ts'

/** The words that authors use for each role, in kebab case. */
const roles: Readonly<Record<string, string>> = {
  Conceptualization: 'conceptualization conceptualisation concept',
  'Data curation': 'data-curation curation',
  'Formal analysis': 'formal-analysis analysis',
  'Funding acquisition': 'funding-acquisition funding',
  Investigation: 'investigation',
  Methodology: 'methodology methods',
  'Project administration': 'project-administration administration',
  Resources: 'resources',
  Software: 'software programming',
  Supervision: 'supervision',
  Validation: 'validation',
  Visualization: 'visualization visualisation',
  'Writing – original draft':
    'writing writing-original-draft writing-original-draft-preparation original-draft writing-–-original-draft',
  'Writing – review & editing':
    'editing writing-review-editing writing-review-&-editing writing-review-and-editing review-editing writing-–-review-&-editing writing-review',
}

const byWord = new Map(
  Object.entries(roles).flatMap(([role, words]) =>
    words.split(' ').map((word): [string, string] => [word, role]),
  ),
)

/** The CRediT name of the role; any other word is returned as it is. */
function creditRole(word: string): string {
  return byWord.get(kebab(word)) ?? word.trim()
}

/** Reads `writing`, `writing: lead`, `investigation (lead)` and `{role: writing, degree: lead}`. */
export function readRoles(node: ValueNode): readonly Draft[] {
  const make = (role: string, degree: string | undefined, origin: Origin) =>
    map({ role: leaf(creditRole(role), origin), ...(degree && { degree: leaf(degree, origin) }) }, origin)
  if (node.type === 'list') return node.items.flatMap(readRoles)
  if (node.type === 'scalar') {
    return node.text
      .split(/\s*[;,]\s*/)
      .filter(text => text !== '')
      .map(text => {
        const parts = /^(.*?)\s*(?::\s*|\()(lead|equal|supporting)\)?$/i.exec(text)
        return make(parts?.[1] ?? text, parts?.[2]?.toLowerCase(), node.origin)
      })
  }
  const textAt = (key: string) => {
    const inner = node.entries.find(entry => kebab(entry.key) === key)?.node
    return inner?.type === 'scalar' && inner.text !== '' ? inner.text : undefined
  }
  const role = textAt('role') ?? textAt('name') ?? textAt('type')
  if (role !== undefined) return [make(role, textAt('degree'), node.origin)]
  // `Software: true` names a role, `Data curation: false` names none (Manubot).
  return node.entries.flatMap(({ key, keyOrigin, node: value }) => {
    const text = value.type === 'scalar' ? value.text : ''
    const isHeld = booleanOf(text)
    return isHeld === false ? [] : [make(key, isHeld === true ? undefined : text, keyOrigin)]
  })
}
