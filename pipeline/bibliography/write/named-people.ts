/**
 * The people of a CSL item without the one that stands for more of them: `Doe, Jane and others` is read as
 * Jane Doe and a literal "others", as pandoc has it. Whoever lists people one by one has none of that name.
 */
import type { CslItem } from '../../model/csl.ts'

export type CslName = NonNullable<CslItem['author']>[number]

export function namedPeople(names: readonly CslName[] | undefined): readonly CslName[] {
  return (names ?? []).filter((name, at) => at === 0 || !standsForOthers(name))
}

/** Of a name that is not the first. */
export function standsForOthers({ literal }: CslName): boolean {
  return /^(?:and )?others$|^et al\.?$/i.test(literal?.trim() ?? '')
}
