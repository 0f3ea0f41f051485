/**
 * A BibTeX or BibLaTeX file → its works. citation-js reads the LaTeX of all entries at once. If that fails,
 * it reads them field by field; a field that it cannot read is reported and read as plain text.
 */
import type { VFile } from 'vfile'
import { cslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import {
  addLatexCommands,
  type LatexEntry,
  type RawCsl,
  readLatexEntries,
  standardBibtexStrings,
} from '../../tools/citation-js/read-bibliography.ts'
import { monthNames } from '../../values/months.ts'
import { type InheritedFields, inheritFields, listOf, mostAncestors } from './inherit-fields.ts'
import { latexCommands } from './latex-commands.ts'
import { mendItem } from './mend-bibtex.ts'
import { type LatexFields, prepareEntry, unknownBibstrings, unknownCommands } from './prepare-bibtex.ts'
import { type BibtexEntry, scanBibtex } from './scan-bibtex.ts'
import { separateNames, withoutLetterBraces } from './split-names.ts'
import type { Work } from './work.ts'

/**
 * In BibTeX the string `jan` stands for the month, which each style spells in its own way. Here its value is
 * the text `jan`.
 */
const monthStrings = Object.fromEntries(monthNames.map(month => [month, month]))

/** The greatest length of a value whose LaTeX is read. The time of the reader grows with its square. */
export const mostLatexLength = 10_000

export function readBibtex(file: VFile): readonly Work[] {
  addLatexCommands(latexCommands)
  const { entries, problems } = scanBibtex(String(file), { ...standardBibtexStrings(), ...monthStrings })
  for (const { isLost, ...details } of problems)
    report(file, isLost ? 'bibliography-broken' : 'bibliography-unclear', details)
  const inherit = inheritFields(entries)
  const works = entries
    .filter(({ type }) => type !== 'xdata' && type !== 'bibnote')
    .map(entry => {
      const { fields, missing, isCut } = inherit(entry)
      reportMissing(file, entry, missing)
      if (isCut) {
        report(file, 'bibliography-unclear', {
          reason: `Unexpected chain of cross-references from the entry \`${entry.key}\`, expected at most ${mostAncestors}`,
          place: entry.keyPlace,
          note: 'The entry is read without the fields of the entry that it names.',
        })
      }
      reportNames(file, entry)
      reportCommands(file, entry)
      const latex = prepareEntry(entryType(entry, fields, entries), entry.key, fields)
      return { entry, fields, latex: withoutLongLatex(latex, entry, file) }
    })
  const items = readAll(works, file)
  return works.map(({ entry, fields, latex }, at): Work => {
    const properties = latex.properties
    const item = mendItem(
      { ...items[at] },
      {
        type: latex.type,
        fields,
        text: field => latexText(properties[field] ?? fields[field] ?? ''),
        names: field => latexNames(fields[field] ?? ''),
      },
    )
    return {
      item: cslItem(item, entry.key),
      type: entry.writtenType,
      place: entry.place,
      keyPlace: entry.keyPlace,
      fields: new Map([...entry.fields].map(([name, field]) => [name, field.place])),
      aliases: listOf(entry, 'ids'),
    }
  })
}

interface Prepared {
  readonly entry: BibtexEntry
  readonly fields: LatexFields
  readonly latex: LatexEntry
}

/** The type of the entry; of a set, the type of its first member. */
function entryType(entry: BibtexEntry, fields: LatexFields, entries: readonly BibtexEntry[]): string {
  if (entry.type !== 'set') return entry.type
  const [first] = (fields.entryset ?? '').split(',').map(key => key.trim())
  const member = entries.find(other => other.key === first || listOf(other, 'ids').includes(first ?? ''))
  return member && member !== entry && member.type !== 'set' ? member.type : 'misc'
}

/** The entry with values of too much LaTeX as plain text. */
function withoutLongLatex(latex: LatexEntry, entry: BibtexEntry, file: VFile): LatexEntry {
  const long = Object.entries(latex.properties).filter(([, value]) => isLongLatex(value))
  for (const [name] of long) {
    report(file, 'bibliography-unclear', {
      reason: `Unexpected length of \`${name}\` of the entry \`${entry.key}\`, expected at most ${mostLatexLength} characters with LaTeX`,
      place: entry.fields.get(name)?.place ?? entry.keyPlace,
      note: 'It is read as plain text.',
    })
  }
  const plain = long.map(([name, value]) => [name, plainText(value)])
  return plain.length === 0
    ? latex
    : { ...latex, properties: { ...latex.properties, ...Object.fromEntries(plain) } }
}

function isLongLatex(value: string): boolean {
  return value.length > mostLatexLength && /[\\{}$~]/.test(value)
}

function readAll(works: readonly Prepared[], file: VFile): readonly RawCsl[] {
  try {
    return readLatexEntries(works.map(work => work.latex))
  } catch {
    return works.map(work => readOne(work, file))
  }
}

function readOne({ entry, latex }: Prepared, file: VFile): RawCsl {
  try {
    return readLatexEntries([latex])[0] ?? {}
  } catch {
    const properties: Record<string, string> = {}
    for (const [name, value] of Object.entries(latex.properties)) {
      const cause = readingError(latex, name, value)
      properties[name] = cause === undefined ? value : plainText(value)
      if (cause === undefined) continue
      report(file, 'bibliography-unclear', {
        reason: `Unexpected LaTeX in \`${name}\` of the entry \`${entry.key}\``,
        place: entry.fields.get(name)?.place ?? entry.keyPlace,
        note: 'It is read as plain text. Look for a `$` or a brace without its partner, or a command without its argument.',
        cause,
      })
    }
    return readLatexEntries([{ ...latex, properties }])[0] ?? {}
  }
}

function readingError(entry: LatexEntry, name: string, value: string): unknown {
  try {
    readLatexEntries([{ ...entry, properties: { [name]: value } }])
    return undefined
  } catch (cause) {
    return cause
  }
}

/**
 * The text without commands, braces and the signs of mathematics. A `$` without a partner is a dollar sign.
 */
function plainText(value: string): string {
  const isMoney = value.replace(/\\./g, '').split('$').length % 2 === 0
  const plain = value
    .replace(/\\[a-z]+\s*|\\./gi, command => (/^\\[a-z\s]/i.test(command) ? ' ' : command.slice(1)))
    .replace(/[{}\\]/g, '')
  return isMoney ? plain.replaceAll('$', '\\$') : plain.replaceAll('$', '')
}

/** The LaTeX of one field → its text. */
function latexText(value: string): string {
  if (!/[\\{}$~`]|--|''/.test(value)) return value.trim()
  if (isLongLatex(value)) return plainText(value).trim()
  try {
    const [item] = readLatexEntries([{ type: 'misc', label: 'text', properties: { title: value } }])
    return String(item?.title ?? '').trim()
  } catch {
    return plainText(value).trim()
  }
}

function latexNames(value: string): readonly unknown[] {
  if (value.trim() === '') return []
  if (isLongLatex(value)) return [{ family: plainText(value) }]
  try {
    const author = withoutLetterBraces(separateNames(value).value)
    const [item] = readLatexEntries([{ type: 'misc', label: 'names', properties: { author } }])
    const names = item?.author
    return Array.isArray(names) ? names : []
  } catch {
    return [{ family: plainText(value) }]
  }
}

const relationNames = { crossref: 'cross-reference', xdata: 'data container', entryset: 'member' }

function reportMissing(file: VFile, entry: BibtexEntry, missing: InheritedFields['missing']): void {
  for (const { field, key } of missing) {
    const name = Object.entries(relationNames).find(([relation]) => relation === field)?.[1] ?? field
    report(file, 'bibliography-unclear', {
      reason: `Unexpected ${name} \`${key}\` of the entry \`${entry.key}\`, the file has no such entry`,
      place: entry.fields.get(field)?.place,
      note: 'The entry is read without it.',
    })
  }
}

function reportNames(file: VFile, entry: BibtexEntry): void {
  for (const name of ['author', 'editor', 'translator']) {
    const field = entry.fields.get(name)
    const mistaken = field && separateNames(field.value).mistaken
    if (!field || mistaken === undefined) continue
    report(file, 'bibliography-unclear', {
      reason: `Unexpected \`${mistaken}\` between the names in \`${name}\` of the entry \`${entry.key}\`, expected \` and \``,
      place: field.place,
      note: 'The names are read as if they were separated by ` and `.',
    })
  }
}

/** Fields whose commands are not reported: private notes, which are not printed, and addresses and files. */
const unprinted: ReadonlySet<string> = new Set(
  'abstract annotation annote keywords url doi file pdf eprint comment review'.split(' '),
)

function reportCommands(file: VFile, entry: BibtexEntry): void {
  for (const [name, { value, place }] of entry.fields) {
    if (unprinted.has(name)) continue
    for (const command of new Set(unknownCommands(value))) {
      report(file, 'bibliography-unclear', {
        reason: `Unexpected LaTeX command \`${command}\` in \`${name}\` of the entry \`${entry.key}\``,
        place,
        note: 'The command is left out; its argument is read.',
      })
    }
    for (const key of new Set(unknownBibstrings(value))) {
      report(file, 'bibliography-unclear', {
        reason: `Unexpected key \`${key}\` of \`\\bibstring\` in \`${name}\` of the entry \`${entry.key}\``,
        place,
        note: 'The key itself is printed. Write the words instead.',
      })
    }
  }
}
