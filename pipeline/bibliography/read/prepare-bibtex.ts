/**
 * A BibTeX entry → the same entry with its LaTeX rewritten where plugin-bibtex 0.9 would misread it or fail.
 * Fields that are read elsewhere are left out, and groups with protected case get marks. `mendItem` of
 * `mend-bibtex.ts` corrects the item that the plug-in makes from the entry.
 */
import { knowsLatexCommand, type LatexEntry } from '../../tools/citation-js/read-bibliography.ts'
import { bibstring, bibstringCommands } from './bibstrings.ts'
import { separateNames, withoutLetterBraces } from './split-names.ts'

/** Name of a field → its LaTeX, inherited fields included. */
export type LatexFields = Readonly<Record<string, string>>

const nameFields = 'author editor translator bookauthor'.split(' ')
/**
 * Fields that the plug-in does not get: they are read by `mend-bibtex.ts`, or no style uses them. The plug-in
 * would lose time on them, or fail.
 */
const withheldFields: ReadonlySet<string> = new Set(
  `date year month day urldate origdate eventdate crossref xref xdata ids options entryset related relatedtype
  relatedstring relatedoptions execute file pdf timestamp owner bdsk-url-1 bdsk-url-2 bdsk-file-1 date-added
  date-modified presort sortkey sorttitle sortname sortyear langidopts eprint eprinttype eprintclass
  archiveprefix primaryclass abstract annotation annote`.split(/\s+/),
)
const protectedFields: ReadonlySet<string> = new Set(
  'title subtitle titleaddon shorttitle booktitle booksubtitle maintitle mainsubtitle'.split(' '),
)

/** The entry with its values rewritten for the plug-in. */
export function prepareEntry(type: string, key: string, fields: LatexFields): LatexEntry {
  const properties: Record<string, string> = {}
  const addressField = fields.url ? undefined : addressFields.find(name => addressIn(fields[name] ?? ''))
  for (const [name, value] of Object.entries(fields)) {
    if (withheldFields.has(name) || value.trim() === '' || name.includes('+an')) continue
    if (name === addressField) continue
    if (name === 'doi' || name === 'url') properties[name] = verbatim(value)
    else if (nameFields.includes(name))
      properties[name] = latex(withoutLetterBraces(separateNames(value).value))
    else
      properties[name] = latex(protectedFields.has(name) ? markProtected(unstarred(value)) : unstarred(value))
  }
  const address = addressField && addressIn(fields[addressField] ?? '')
  if (address) properties.url = address
  // The plug-in ignores `journaltitle` in other types than articles, and a journal beside a book title.
  const journal = properties.journaltitle ?? properties.journal
  if (journal !== undefined) {
    delete properties.journal
    delete properties.journaltitle
    properties[type === 'article' ? 'journaltitle' : 'journal'] = journal
    if (type === 'article') delete properties.booktitle
  }
  return { type, label: key, properties }
}

/**
 * Fields in which exporters and authors put the address of a web page, in the order in which they are read.
 */
const addressFields = ['howpublished', 'address', 'location', 'note']

/**
 * The web address, if the field contains nothing else: `\url{https://…}`, also with "Available at" before it.
 */
function addressIn(value: string): string | undefined {
  const address = verbatim(
    value
      .trim()
      .replace(
        /^(?:(?:available|retrieved|accessed)\s+(?:at|from|via|online)|available|online|url|web)\b[\s:]*/i,
        '',
      ),
  )
  return /^https?:\/\/[^\s{}\\]+$/i.test(address) ? address : undefined
}

/** The commands in a value that the plug-in does not know, with their backslashes. */
export function unknownCommands(value: string): readonly string[] {
  if (!value.includes('\\')) return []
  return (value.match(/\\[A-Za-z]{2,}/g) ?? []).filter(command => !knowsLatexCommand(command.slice(1)))
}

/** The keys of `\bibstring` in a value that biblatex does not define. */
export function unknownBibstrings(value: string): readonly string[] {
  const commands = new RegExp(String.raw`\\(?:${bibstringCommands.join('|')})\s*\{([^{}]*)\}`, 'g')
  return [...value.matchAll(commands)].flatMap(([, key = '']) => (bibstring(key) === undefined ? [key] : []))
}

/** Removes the star of starred commands, which the plug-in does not know: `\enquote*{x}` → `\enquote{x}`. */
function unstarred(value: string): string {
  return value.includes('*') ? value.replace(/(\\[A-Za-z]+)\*(?=\s*\{)/g, '$1') : value
}

/**
 * Rewrites LaTeX that the plug-in misreads. Arguments of one letter get braces: `x^2y` → `x^{2}y`, `\emph x`
 * → `\emph{x}`. Unknown commands are removed.
 */
function latex(value: string): string {
  const text = value.includes('\\')
    ? value
        .replace(/\\([A-Za-z]{2,})\s*/g, (command, name) => (knowsLatexCommand(name) ? command : ''))
        // An accent with an empty argument prints the accent sign alone.
        .replace(/\\\^\s*\{\s*\}/g, '\\textasciicircum{}')
        .replace(/\\~\s*\{\s*\}/g, '\\textasciitilde{}')
        // `\'\i` is í, like `\'i`: the dotless letter is only needed in TeX.
        .replace(/(\\(?:['"`^~=.]|[uvHr](?![A-Za-z]))\s*\{?)\\([ij])(?![A-Za-z])(?:\{\}|\s+)?/g, '$1$2')
        .replace(/\^\s*(?:\{\s*\\circ\s*\}|\\circ\b)/g, '\\textdegree{}')
        .replace(/\\((?:math|text)[a-z]+|emph|bm|mbox)\s+([\p{L}\p{N}])/gu, '\\$1{$2}')
        .replace(/\\([([])|\\([)\]])(?=[\s\p{P}]|$)/gu, (delimiter, open, close) =>
          (open ?? close) ? '$' : delimiter,
        )
    : value
  return text.includes('$')
    ? text
        .replace(/\$\$/g, '$')
        .replace(/\$[^$]*\$/g, math => innerScripts(math.replace(/([\^_])\s*([^\s{\\$])/g, '$1{$2}')))
    : text
}

/**
 * Raised and lowered text inside a group of mathematics, which the plug-in does not know, as commands that it
 * knows: `\mathrm{CO_{2}}` → `\mathrm{CO\textsubscript{2}}`.
 */
function innerScripts(math: string): string {
  let depth = 0
  return math.replace(/\\[\s\S]|[{}]|[\^_](\\[a-z]+)?/gi, (mark: string, command?: string) => {
    if (mark === '{') depth++
    else if (mark === '}') depth--
    if (depth === 0 || !/^[\^_]/.test(mark)) return mark
    const name = mark.startsWith('_') ? '\\textsubscript' : '\\textsuperscript'
    return command === undefined ? name : `${name}{${command}}`
  })
}

/** An address, a DOI or an identifier without the escapes of LaTeX. */
export function verbatim(value: string): string {
  return value
    .trim()
    .replace(/^\\(?:url|path|nolinkurl)\s*\{([\s\S]*)\}$/, '$1')
    .replace(/\{?\\textasciitilde(?:\{\})?\}?|\\~(?:\{\})?|\$\\sim\$/g, '~')
    .replace(/\\textunderscore(?:\{\}|\s)?/g, '_')
    .replace(/\\([_%#&$~{}])/g, '$1')
    .replace(/^\{([^{}]*)\}$/, '$1')
    .replace(/[{}](?=_|$)|\s*\n\s*/g, '')
}

// Marks around text with protected case: private-use characters, which the plug-in does not change.
export const protectedStart = '\uE000'
export const protectedEnd = '\uE001'

/**
 * Puts marks around groups with protected case: `The {DNA} of {\"u}` → marks around `{DNA}`. A group that
 * begins with a command is a special character, and a group after a command is its argument.
 */
function markProtected(value: string): string {
  if (!value.includes('{')) return value
  let marked = ''
  let depth = 0
  let from = -1
  let isMath = false
  const arguments_: number[] = []
  for (let at = 0; at < value.length; at++) {
    const character = value[at] ?? ''
    if (character === '\\') {
      const command = /\\(?:[a-z]+\s*|[\s\S])(?=(\{)?)/iy
      command.lastIndex = at
      const [name = '', group] = command.exec(value) ?? []
      marked += name
      at += Math.max(name.length, 1) - 1
      if (group !== undefined) {
        marked += '{'
        at++
        arguments_.push(depth++)
      }
      continue
    }
    if (character === '$') isMath = !isMath
    const isInside = from >= 0 || isMath
    if (character === '{') {
      const isMarked = !isInside && value[at + 1] !== '\\'
      marked += isMarked ? `${protectedStart}{` : '{'
      if (isMarked) from = depth
      depth++
    } else if (character === '}') {
      depth--
      marked += '}'
      if (from === depth) {
        marked += protectedEnd
        from = -1
      }
    } else marked += character
  }
  return marked
}
