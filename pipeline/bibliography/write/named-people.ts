/**
 * A list of CSL names → the names without the placeholder for unnamed people. `Doe, Jane and others` is read
 * as Jane Doe and the literal name "others", as in pandoc. Formats with one line for each person leave it
 * out.
 */
import type { CslItem } from '../../model/csl.ts'

export type CslName = NonNullable<CslItem['author']>[number]

export function namedPeople(names: readonly CslName[] | undefined): readonly CslName[] {
  return (names ?? []).filter((name, at) => at === 0 || !standsForOthers(name))
}

/**
 * True for the placeholder "others" or "et al.". Not meant for the first name of a list, which is never a
 * placeholder.
 */
export function standsForOthers({ literal }: CslName): boolean {
  return /^(?:and )?others$|^et al\.?$/i.test(literal?.trim() ?? '')
}
