/**
 * A date as authors write it → `2024-10-09`, `2024-10` or `2024`. Reads ISO 8601, "9 October 2024",
 * "October 9th, 2024", "9 Mars 2020", "Jan. 2023" and "31/12/2015". `Intl` gives the names of the months.
 */

const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'tr',
  'hu',
  'ro',
]

/** Reads a date. Undefined if the text is not a date, or an ambiguous one (`03/04/2015`). */
export function readDate(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/(\d)[T ]\d{1,2}:\d{2}.*$/, '$1')
    .replace(/^\p{L}+day,?\s+/iu, '')
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(plain)
  if (iso) return isoDate(iso[1], iso[2], iso[3])
  const european = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(plain)
  if (european) return isoDate(european[3], european[2], european[1])
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plain)
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])]
    if (first > 12 || first === second) return isoDate(slashed[3], slashed[2], slashed[1])
    return second > 12 ? isoDate(slashed[3], slashed[1], slashed[2]) : undefined
  }
  return readWords(plain)
}

function readWords(text: string): string | undefined {
  const words = text.split(/[\s,]+|(?<=\d)\.\s*/).filter(word => word !== '' && !/^(de|of|the)$/i.test(word))
  const year = words.find(word => /^\d{4}$/.test(word))
  const names = words.filter(word => /^\p{L}/u.test(word))
  const days = words.flatMap(word => /^(\d{1,2})(st|nd|rd|th|er|º|ª)?$/i.exec(word)?.[1] ?? [])
  const [name, ...more] = names
  if (year === undefined || name === undefined || more.length > 0 || days.length > 1) return undefined
  if (words.length !== 2 + days.length) return undefined
  const month = monthOf(name)
  return month === undefined ? undefined : isoDate(year, String(month), days[0])
}

function monthOf(name: string): number | undefined {
  const short = bare(name)
  if (short.length < 3) return undefined
  for (const language of languages) {
    const format = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      const parts = format.formatToParts(new Date(Date.UTC(2015, month, 1)))
      const full = bare(parts.find(part => part.type === 'month')?.value ?? '')
      if (full === short || (short.length <= 4 && full.startsWith(short))) return month + 1
    }
  }
  return undefined
}

/** `Févr.` → `fevr` */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
}

function isoDate(year: string | undefined, month?: string, day?: string): string | undefined {
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(part => part !== undefined)
  const iso = parts.join('-')
  const date = new Date(`${[...parts, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return undefined
  return date.toISOString().startsWith(iso) ? iso : undefined
}
