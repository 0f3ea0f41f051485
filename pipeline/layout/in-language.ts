/** The `lang` and `dir` attributes of an element whose language differs from its surroundings. */
import type { Attributes } from '../model/mdast.ts'
import { directionOf, languageTag } from '../values/language.ts'

interface LanguageProperties {
  /** Language tag (BCP 47). */
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

/** The attributes `lang` and `dir` for a language tag (BCP 47). */
export function inLanguage(tag: string): LanguageProperties {
  return { lang: tag, dir: directionOf(tag) }
}

/** The language that the author gives, `{lang=de}`. An invalid language tag is ignored. */
export function authorsLanguage(attributes: Attributes | undefined): LanguageProperties {
  const { lang = '', dir } = attributes?.values ?? {}
  const tag = languageTag(lang)
  return {
    ...(tag !== undefined && inLanguage(tag)),
    ...((dir === 'rtl' || dir === 'ltr') && { dir }),
  }
}
