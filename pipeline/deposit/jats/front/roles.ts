/** What an author did: CRediT roles with their vocabulary (ANSI/NISO Z39.104), others as they are written. */
import type { Element } from 'xast'
import { x } from 'xastscript'

const vocabulary = 'https://credit.niso.org/'

/** The fourteen roles as CRediT spells them. */
const terms = [
  'Conceptualization',
  'Data curation',
  'Formal analysis',
  'Funding acquisition',
  'Investigation',
  'Methodology',
  'Project administration',
  'Resources',
  'Software',
  'Supervision',
  'Validation',
  'Visualization',
  'Writing – original draft',
  'Writing – review & editing',
] as const

const degrees: readonly string[] = ['lead', 'equal', 'supporting']

export function roleElements(
  roles: readonly { readonly role: string; readonly degree?: string | undefined }[],
): Element[] {
  return roles.map(({ role, degree }) => {
    const term = terms.find(candidate => keyOf(candidate) === keyOf(role))
    const isDegree = degree !== undefined && degrees.includes(degree.toLowerCase())
    // JATS4R's list of terms writes "Formal Analysis".
    const known = term !== undefined && {
      vocab: 'credit',
      'vocab-identifier': vocabulary,
      'vocab-term': term === 'Formal analysis' ? 'Formal Analysis' : term,
      'vocab-term-identifier': `${vocabulary}contributor-roles/${slugOf(term)}/`,
    }
    const attributes = { ...(known || {}), ...(isDegree && { 'degree-contribution': degree.toLowerCase() }) }
    const words = term ?? role
    return x('role', attributes, degree === undefined || isDegree ? words : `${words} (${degree})`)
  })
}

function keyOf(role: string): string {
  return role.toLowerCase().replace(/[^a-z]+/g, '')
}

function slugOf(term: string): string {
  return term.toLowerCase().replace(/[^a-z]+/g, '-')
}
