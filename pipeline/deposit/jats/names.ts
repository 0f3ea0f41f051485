/** A person or a group as JATS names it, an author of the article or of a cited work. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { CslName } from '../../model/csl.ts'
import { cslMarkup } from './csl-markup.ts'

/** A non-dropping particle belongs to the surname, a dropping one to the given names (JATS has neither). */
export function nameElement(name: CslName): Element {
  const { family, given, suffix, literal } = name
  if (literal !== undefined || (family === undefined && given === undefined))
    return x('collab', cslMarkup(literal ?? ''))
  const surname = [name['non-dropping-particle'], family].filter(Boolean).join(' ')
  const givenNames = [given, name['dropping-particle']].filter(Boolean).join(' ')
  if (surname === '') return x('name', { 'name-style': 'given-only' }, [x('given-names', givenNames)])
  return x('name', [
    x('surname', surname),
    ...(givenNames === '' ? [] : [x('given-names', givenNames)]),
    ...(suffix === undefined ? [] : [x('suffix', suffix)]),
  ])
}
