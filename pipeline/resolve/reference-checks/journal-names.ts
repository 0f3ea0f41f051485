/**
 * Reads a list of journals and their abbreviations, in the form of JabRef (`full;abbreviation` or CSV, one
 * journal a line) or of the National Library of Medicine's J_Medline.txt (blocks with `JournalTitle: …` and
 * `IsoAbbr: …`).
 */
import { csvRows } from '../../tools/csv.ts'
import { plainWords } from './work-identity.ts'

export interface JournalNames {
  /** The plain words of each title (without case, points and spaces) → its spelling in the list. */
  readonly titles: ReadonlyMap<string, string>
  /** The plain words of each abbreviation → its spelling in the list. */
  readonly abbreviations: ReadonlyMap<string, string>
}

/** Reads a list of journals. Undefined if the text is not such a list. */
export function readJournalNames(text: string): JournalNames | undefined {
  const pairs = /^JournalTitle:/m.test(text) ? medlinePairs(text) : listedPairs(text)
  const used = pairs.filter(([title, ...short]) => title !== '' && short.some(name => name !== ''))
  if (used.length === 0) return undefined
  return {
    titles: new Map(used.map(([title]) => [plainWords(title), title])),
    abbreviations: new Map(
      // If two spellings have the same plain words, the first one is shown: later entries replace earlier
      // ones.
      used.flatMap(([, ...short]) =>
        short
          .filter(name => name !== '')
          .toReversed()
          .map(name => [plainWords(name), name]),
      ),
    ),
  }
}

/** A title and its abbreviations. */
type Names = readonly [title: string, ...abbreviations: string[]]

function listedPairs(text: string): readonly Names[] {
  const lines = text.split('\n').filter(line => line.trim() !== '' && !line.startsWith('#'))
  const [first = ''] = lines
  const delimiter = [';', '\t', ' = '].find(mark => first.includes(mark)) ?? ','
  const rows = csvRows(lines.join('\n'), { delimiter }) ?? []
  // A row of JabRef's list may have a second abbreviation without points, and a number. The number is
  // dropped.
  return rows.map(([title = '', ...short]): Names => [title, ...short.filter(name => /\p{L}/u.test(name))])
}

function medlinePairs(text: string): readonly Names[] {
  return text.split(/^-{3,}\s*$/m).map((block): Names => {
    const line = (name: string) => new RegExp(`^${name}:[ \\t]*(.*?)\\s*$`, 'm').exec(block)?.[1] ?? ''
    return [line('JournalTitle'), line('IsoAbbr'), line('MedAbbr')]
  })
}
