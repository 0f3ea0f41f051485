/**
 * What follows a citation key, `, pp. 33-35 and passim` → the CSL label `page`, the locator `33-35` and the
 * suffix `and passim`. Labels are those of CSL 1.0.2, "Locators", in their English forms; other words
 * (`thm. 3`) stay in the suffix, as written. After pandoc's Text.Pandoc.Citeproc.Locator.
 */

export interface Located {
  readonly label?: string
  readonly locator?: string
  /** Trimmed; punctuation at its beginning is kept. */
  readonly suffix?: string
}

/** CSL label → its forms in a manuscript, without their full stop. */
const forms: Readonly<Record<string, readonly string[]>> = {
  page: ['pages', 'page', 'pp', 'p'],
  appendix: ['appendices', 'appendix', 'apps', 'app'],
  'article-locator': ['articles', 'article', 'arts', 'art'],
  book: ['books', 'book', 'bks', 'bk'],
  chapter: ['chapters', 'chapter', 'chaps', 'chap', 'chs', 'ch'],
  column: ['columns', 'column', 'cols', 'col'],
  equation: ['equations', 'equation', 'eqs', 'eq'],
  figure: ['figures', 'figure', 'figs', 'fig'],
  folio: ['folios', 'folio', 'fols', 'fol', 'ff', 'f'],
  issue: ['numbers', 'number', 'nos', 'no'],
  line: ['lines', 'line', 'll', 'l'],
  note: ['notes', 'note', 'nn', 'n'],
  opus: ['opera', 'opus', 'opp', 'op'],
  paragraph: ['paragraphs', 'paragraph', 'paras', 'para', '¶¶', '¶'],
  part: ['parts', 'part', 'pts', 'pt'],
  rule: ['rules', 'rule'],
  section: ['sections', 'section', 'secs', 'sec', '§§', '§'],
  'sub-verbo': ['sub verbis', 'sub verbo', 's\\.vv', 's\\.v'],
  supplement: ['supplements', 'supplement', 'supps', 'supp'],
  table: ['tables', 'table', 'tabs', 'tab', 'tbl'],
  timestamp: ['timestamp'],
  verse: ['verses', 'verse', 'vv', 'v'],
  volume: ['volumes', 'volume', 'vols', 'vol'],
}

const labels = Object.entries(forms).flatMap(([label, words]) => words.map(word => [label, word] as const))
const labelOfWord = new Map(labels.map(([label, word]) => [word.replaceAll('\\', ''), label]))

/** A label of one or two letters other than `p` needs its full stop: `v. 3` is a verse, `v 3` is not. */
const labelPattern = labels
  .map(([, word]) => {
    if (/^[§¶]+$/.test(word)) return String.raw`${word}\s*`
    const end = /^sub |^pp?$|^[^\\]{3,}$/.test(word) ? String.raw`(?:\.\s*|\s+|(?=\d))` : String.raw`\.\s*`
    return `${word}${end}`
  })
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const roman = '[ivxlcdm]+|[IVXLCDM]+'
const digits = String.raw`\p{L}{0,3}\.?\d[\p{L}\d]*(?:[.:]\d[\p{L}\d]*)*`
const range = (one: string) => String.raw`\(?(?:${one})\)?(?:\s?[-–—]+\s?\(?(?:${one})\)?)*`
const wordEnd = String.raw`(?![\p{L}\p{N}])`
const more = String.raw`(?:(?:\s*,\s*|\s*&\s*|\s+and\s+)${range(digits)}${wordEnd}|\s*,\s*${range(roman)}${wordEnd})*`

const braced = new RegExp(String.raw`^,?\s*\{(?:\s*(?<word>${labelPattern}))?(?<locator>[^{}]*)\}`, 'u')
const labelled = new RegExp(
  String.raw`^,?\s*(?<word>${labelPattern})(?<locator>${range(`${digits}|${roman}|\\p{L}`)}${wordEnd}${more})`,
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
