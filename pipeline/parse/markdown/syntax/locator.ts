/**
 * What follows a citation key, `, pp. 33-35 and passim` → the CSL label `page`, the locator `33-35` and the
 * suffix `and passim`. Labels are those of CSL 1.0.2, "Locators" (`locator-labels.ts`); other words (`thm.
 * 3`) stay in the suffix, as written. After pandoc's Text.Pandoc.Citeproc.Locator.
 */
import { locatorLabels } from './locator-labels.ts'

export interface Located {
  readonly label?: string
  readonly locator?: string
  /** Trimmed; punctuation at its beginning is kept. */
  readonly suffix?: string
}

const labels = Object.entries(locatorLabels).flatMap(([label, words]) =>
  words.map(word => [label, word] as const),
)
// The first label that has a word keeps it.
const labelOfWord = new Map(labels.toReversed().map(([label, word]) => [word, label]))

/** A label of one or two letters other than `p` needs its full stop: `v. 3` is a verse, `v 3` is not. */
const labelPattern = [...labelOfWord.keys()]
  .map(word => {
    const source = word.replaceAll('.', String.raw`\.`)
    if (/[§¶°º№]$/.test(word)) return String.raw`${source}\s*`
    const end = /^sub |^pp?$|^[^.]{3,}$/.test(word) ? String.raw`(?:\.\s*|\s+|(?=\d))` : String.raw`\.\s*`
    return `${source}${end}`
  })
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const roman = '[ivxlcdm]+|[IVXLCDM]+'
const digits = String.raw`\p{L}{0,3}\.?\d[\p{L}\d]*(?:[.:]\d[\p{L}\d]*)*`
/** `note a difference` is no note. */
const letter = String.raw`\p{Lu}|\p{Ll}(?!\s+\p{Ll})`
const range = (one: string) => String.raw`\(?(?:${one})\)?(?:\s?[-–—]+\s?\(?(?:${one})\)?)*`
const wordEnd = String.raw`(?![\p{L}\p{N}])`
const and = String.raw`(?:\s*,\s*|\s*&\s*|\s+(?:and|und|et|y|e|en|och|og|i|и)\s+)`
const more = String.raw`(?:${and}${range(digits)}${wordEnd}|\s*,\s*${range(roman)}${wordEnd})*`

const braced = new RegExp(String.raw`^,?\s*\{(?:\s*(?<word>${labelPattern}))?(?<locator>[^{}]*)\}`, 'u')
const labelled = new RegExp(
  String.raw`^,?\s*(?<word>${labelPattern})(?<locator>${range(`${digits}|${roman}|${letter}`)}${wordEnd}${more})`,
  'u',
)
const bare = new RegExp(String.raw`^,?\s*(?<locator>(?=\d)${range(digits)}${wordEnd}${more})`, 'u')

/** Splits the text between a key and the next item. */
export function locatorOf(text: string): Located {
  // Most citations have none, and the patterns take a while to be made.
  if (text.trim() === '') return {}
  const match = braced.exec(text) ?? labelled.exec(text) ?? bare.exec(text)
  if (!match?.groups) return suffixOf(text)
  const { word, locator = '' } = match.groups
  const rest = suffixOf(text.slice(match[0].length))
  if (locator.trim() === '') return rest
  const label = labelOfWord.get(word?.replace(/\.?\s*$/, '') ?? 'p') ?? 'page'
  return { ...rest, label, locator: locator.trim() }
}

function suffixOf(text: string): Located {
  const suffix = text.trim()
  return suffix === '' ? {} : { suffix }
}
