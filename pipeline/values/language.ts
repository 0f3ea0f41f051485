/**
 * Language tags (BCP 47): what authors write, `en_US`, `german`, `pt-br`, becomes the canonical tag; from a
 * tag follow the tags that may stand for it, its script and the direction of its writing.
 */

/** What TeX's babel and R's authors call a language. */
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

/** Three letters where two are canonical, and what `Intl` leaves as it is. */
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

/** `en_US.UTF-8` → `en-US`; undefined for what is no language. */
export function languageTag(written: string): string | undefined {
  const plain = written
    .trim()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-')
  const named = names[plain.toLowerCase()] ?? plain
  try {
    const [tag] = Intl.getCanonicalLocales(named)
    // The canonical form of what no register knows is itself: `gibberish` is five to eight letters.
    if (tag === undefined || /^[a-z]{4,}(-|$)/.test(tag)) return undefined
    const [primary = '', ...rest] = tag.split('-')
    return [aliases[primary] ?? primary, ...rest].join('-')
  } catch {
    return undefined
  }
}

/** `de` of `de-CH`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}

/** The tag itself, then what may stand for it: `zh-TW` → `zh-TW`, `zh-Hant`, `zh`. */
export function languageFallbacks(tag: string): readonly string[] {
  const primary = primaryLanguage(tag)
  return [...new Set([tag, `${primary}-${scriptOf(tag)}`, primary])]
}

/** ISO 15924: `Hans` of `zh`, `Hant` of `zh-TW`. */
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
