/**
 * A name in the order of speech: "Petra van der Brakel". Names in Chinese, Japanese and Korean script have
 * the family name first and no space, "王小明"; so have names in a Hungarian article, with a space.
 */
import type { PersonName } from '../../model/metadata.ts'
import { isEastAsian } from '../../values/east-asian-script.ts'
import { primaryLanguage } from '../../values/language.ts'

/** `language`: that of the article. */
export function printedName(name: PersonName, language: string | undefined): string {
  const { given, family, particle, suffix, literal, display } = name
  const inOrder = literal ?? display
  if (inOrder !== undefined) return withSuffix(inOrder, literal === undefined ? undefined : suffix)
  if (given !== undefined && family !== undefined && isEastAsian(given + family)) return family + given
  const last = [particle, family].filter(Boolean).join(' ')
  const first = [given, name['dropping-particle']].filter(Boolean).join(' ')
  const isHungarian = language !== undefined && primaryLanguage(language) === 'hu'
  const words = isHungarian ? [last, first] : [first, last]
  return withSuffix(words.filter(Boolean).join(' '), suffix)
}

/** "Sammy Davis, Jr.", but "Henry Ford III". */
function withSuffix(name: string, suffix: string | undefined): string {
  if (suffix === undefined) return name
  return /^[IVX]+$/.test(suffix) ? `${name} ${suffix}` : `${name}, ${suffix}`
}
