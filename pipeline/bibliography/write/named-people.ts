/**
 * A list of CSL names → the names without the placeholder for unnamed people. `Doe, Jane and others` is read
 * as Jane Doe and the literal name "others", as in pandoc. Formats with one line for each person leave it
 * out.
 */
import { type CslItem, isOthers } from '../../model/csl.ts'

export type CslName = NonNullable<CslItem['author']>[number]

export function namedPeople(names: readonly CslName[] | undefined): readonly CslName[] {
  return (names ?? []).filter((name, at) => at === 0 || !isOthers(name))
}
