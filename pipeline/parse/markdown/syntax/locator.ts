/**
 * Splits the text after a citation key: `, pp. 33-35 and passim` → the CSL label `page`, the locator `33-35`
 * and the suffix `and passim`. The labels are those of CSL 1.0.2 ("Locators"); `values/locator-labels.ts`
 * lists their words in all languages. Which of them the article understands is decided when its language is
 * known. A locator with another word, such as `thm. 3`, stays in the suffix as written. Based on pandoc's
 * module Text.Pandoc.Citeproc.Locator.
 */
import { anyLocatorLabel, locatorWords } from '../../../values/locator-labels.ts'

/** The parts of the text after a citation key. Parts that are missing in the text are undefined. */
export interface Located {
  /** Label of the locator in CSL, such as `page`. */
  readonly label?: string
  readonly locator?: string
  /** The word or sign for the label, without its full stop: `Abb`. Undefined if the locator has none. */
  readonly labelWord?: string
  /** Comma, word and locator as written: `, Abb. 3`. Undefined without `labelWord`. */
  readonly written?: string
  /**
   * The words after the locator, without spaces at their ends, but with the punctuation at their beginning.
   */
  readonly suffix?: string
}

/**
 * Matches any word or sign of the table, longest first. After a word of one or two letters other than `p` and
 * `pp`, and after `s.v`, there must be a full stop: `v. 3` is a verse, `v 3` is not.
 */
const labelPattern = [...locatorWords]
  .map(word => {
    const source = word.replaceAll('.', String.raw`\.`).replace('. ', '. ?')
    if (/[§¶°º№]$/.test(word)) return String.raw`${source}\s*`
    const end = /^sub |^pp?$|^[^.]{3,}$/.test(word) ? String.raw`(?:\.\s*|\s+|(?=\d))` : String.raw`\.\s*`
    return `${source}${end}`
  })
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const roman = '[ivxlcdm]+|[IVXLCDM]+'
/**
 * A number in digits, which may contain letters, and U+FFFC for a piece with markup at its end: `3b`, `S12`,
 * `1.2`, `1:20:30`, `12^2^`.
 */
const digits = String.raw`\p{L}{0,3}\.?\d[\p{L}\d]*(?:[.:]\d[\p{L}\d]*)*\uFFFC?`
/** A letter as a locator: `part b`. `note a difference` is not a locator, as a word in lower case follows. */
const letter = String.raw`\p{Lu}|\p{Ll}(?!\s+\p{Ll})`
/** A number or a range, with or without parentheses: `3`, `(xv)-(xvii)`. `single` matches one number. */
const range = (single: string) => String.raw`\(?(?:${single})\)?(?:\s?[-–—]+\s?\(?(?:${single})\)?)*`
/** The end of a word: neither a letter nor a digit follows. */
const wordEnd = String.raw`(?![\p{L}\p{N}])`
/** What stands between the numbers of a list: a comma, `&` or the word for "and". */
const separator = String.raw`(?:\s*,\s*|\s*&\s*|\s+(?:and|und|et|y|e|en|och|og|i|и)\s+)`
/** Further numbers and ranges after the first. */
const furtherRanges = String.raw`(?:${separator}${range(digits)}${wordEnd}|\s*,\s*${range(roman)}${wordEnd})*`

/** The first number, letter or range after a word of the table. */
const firstRange = range(`${digits}|${roman}|${letter}`)

/** A locator in braces: `{xv, A}` or `{ch. 3a-z}`. It may be any text without braces. */
const braced = new RegExp(String.raw`^,?\s*\{(?:\s*(?<word>${labelPattern}))?(?<locator>[^{}]*)\}`, 'u')
/**
 * `s.v. "marl"`, `sub verbo marl`: a word or words in quotation marks, under which a dictionary has its
 * entry.
 */
const entryName =
  /^,?\s*(?<word>sub\s(?:verb(?:o|is)|voce)|s\.\s?vv?\.)\s*(?<locator>"[^"]+"|“[^”]+”|‘[^’]+’|«[^»]+»|„[^“”]+[“”]|[^\s,;.]+)/u

/** A word of the table, then numbers or letters. */
const labelled = new RegExp(
  String.raw`^,?\s*(?<word>${labelPattern})(?<locator>${firstRange}${wordEnd}${furtherRanges})`,
  'u',
)
/** Numbers without a word: they are pages. */
const unlabelled = new RegExp(
  String.raw`^,?\s*(?<locator>(?=\d)(?!\d+(?:st|nd|rd|th)${wordEnd})${range(digits)}${wordEnd}${furtherRanges})`,
  'u',
)
/** A page with a letter before its number, `e12` or `S3–S7`, without other words after it. */
const lettered = /^,\s*(?<locator>\p{L}\d+(?:\s?[-–—]+\s?\p{L}?\d+)?)(?=\s*(?:[,;]|$))/u

/** Splits the text between a citation key and the next item of the citation. */
export function locatorOf(text: string): Located {
  // Most citations have no text after the key. Return early, because the first use of the patterns takes time
  // to compile them.
  if (text.trim() === '') return {}
  const patterns = [braced, entryName, labelled, unlabelled, lettered]
  const match = patterns
    .values()
    .map(pattern => pattern.exec(text))
    .find(found => found !== null)
  if (!match?.groups) return suffixOf(text)
  const { word, locator = '' } = match.groups
  const suffix = suffixOf(text.slice(match[0].length))
  if (locator.trim() === '') return suffix
  const located = { ...suffix, locator: locator.trim().replace(/\s*-{2,}\s*/g, '–') }
  const labelWord = word?.replace(/\.?\s*$/, '')
  if (labelWord === undefined) return { ...located, label: 'page' }
  return {
    ...located,
    label: anyLocatorLabel(labelWord) ?? 'page',
    labelWord,
    written: match[0].replace(/[{}]/g, ''),
  }
}

function suffixOf(text: string): Located {
  const suffix = text.trim()
  return suffix === '' ? {} : { suffix }
}
