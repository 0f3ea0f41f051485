/**
 * Language tags (BCP 47). What authors write, `en_US`, `german`, `pt-br`, becomes the canonical tag. Other
 * functions find for a tag the tags that can replace it, its script and its direction of writing.
 */
import { ownValue } from './record.ts'

/** Names of languages in TeX's babel and in R. */
const names: Readonly<Record<string, string>> = {
  american: 'en-US',
  arabic: 'ar',
  brazil: 'pt-BR',
  brazilian: 'pt-BR',
  british: 'en-GB',
  bulgarian: 'bg',
  catalan: 'ca',
  chinese: 'zh',
  croatian: 'hr',
  czech: 'cs',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  estonian: 'et',
  farsi: 'fa',
  finnish: 'fi',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hebrew: 'he',
  hindi: 'hi',
  hungarian: 'hu',
  indonesian: 'id',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  latvian: 'lv',
  lithuanian: 'lt',
  ngerman: 'de',
  norsk: 'nb',
  norwegian: 'nb',
  persian: 'fa',
  polish: 'pl',
  portuguese: 'pt',
  romanian: 'ro',
  russian: 'ru',
  serbian: 'sr',
  slovak: 'sk',
  slovenian: 'sl',
  spanish: 'es',
  swedish: 'sv',
  thai: 'th',
  turkish: 'tr',
  ukenglish: 'en-GB',
  ukrainian: 'uk',
  urdu: 'ur',
  usenglish: 'en-US',
  vietnamese: 'vi',
}

/** Language codes → the codes that replace them, for codes that `Intl` may leave as they are. */
const aliases: Readonly<Record<string, string>> = { no: 'nb', iw: 'he' }

const rightToLeft: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
])

/**
 * The tag of a language as authors write it: `en_US.UTF-8` → `en-US`; undefined for a text that is not a
 * language.
 */
export function languageTag(written: string): string | undefined {
  const plain = written
    .trim()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-')
  const named = ownValue(names, plain.toLowerCase()) ?? plain
  try {
    const [tag] = Intl.getCanonicalLocales(named)
    // `Intl` accepts any five to eight letters as a language, such as `gibberish`.
    if (tag === undefined || /^[a-z]{4,}(-|$)/.test(tag)) return undefined
    const [primary = '', ...rest] = tag.split('-')
    return [ownValue(aliases, primary) ?? primary, ...rest].join('-')
  } catch {
    return undefined
  }
}

/** The language without script and country: `de-CH` → `de`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}

/** The tag itself, then the tags that can replace it: `zh-TW` → `zh-TW`, `zh-Hant`, `zh`. */
export function languageFallbacks(tag: string): readonly string[] {
  const primary = primaryLanguage(tag)
  return [...new Set([tag, `${primary}-${scriptOf(tag)}`, primary])]
}

/** The script of a language (ISO 15924): `zh` → `Hans`, `zh-TW` → `Hant`. */
export function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? ''
  } catch {
    return ''
  }
}

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(tag)) ? 'rtl' : 'ltr'
}

/** True for a letter of a script that runs from right to left. */
export function isRightToLeft(letter: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
}
