/** What an element in a language of its own says: the language, and which way it runs. */

import type { Attributes } from '../model/mdast.ts'
import { directionOf, languageTag } from '../values/language.ts'

export interface LanguageProperties {
  /** BCP 47. */
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

/** `tag`: BCP 47. */
export function inLanguage(tag: string): LanguageProperties {
  return { lang: tag, dir: directionOf(tag) }
}

/** As the author says, `{lang=de}`; nothing for what is no language. */
export function authorsLanguage(attributes: Attributes | undefined): LanguageProperties {
  const { lang = '', dir } = attributes?.values ?? {}
  const tag = languageTag(lang)
  return {
    ...(tag !== undefined && inLanguage(tag)),
    ...((dir === 'rtl' || dir === 'ltr') && { dir }),
  }
}
