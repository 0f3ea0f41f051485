/**
 * A list of journals and their abbreviations, in a form that is about: JabRef's (`full;abbreviation` or CSV, one a
 * line) or the National Library of Medicine's J_Medline.txt (`JournalTitle: …`, `IsoAbbr: …` in blocks).
 */
import { csvRows } from '../../tools/csv.ts'
import { plainWords } from './work-identity.ts'

export interface JournalNames {
  /** Both by their plain words (case, points and spaces left out), with the spelling of the list. */
  readonly titles: ReadonlyMap<string, string>
  readonly abbreviations: ReadonlyMap<string, string>
}

/** Undefined where the text is no such list. */
export function readJournalNames(text: string): JournalNames | undefined {
  const pairs = /^JournalTitle:/m.test(text) ? medlinePairs(text) : listedPairs(text)
  const used = pairs.filter(([title, ...short]) => title !== '' && short.some(one => one !== ''))
  if (used.length === 0) return undefined
  return {
    titles: new Map(used.map(([title]) => [plainWords(title), title])),
    abbreviations: new Map(
      // The first spelling is the one to show.
      used.flatMap(([, ...short]) =>
        short
          .filter(one => one !== '')
          .toReversed()
          .map(one => [plainWords(one), one]),
      ),
    ),
  }
}

/** A title and its abbreviations. */
type Names = readonly [title: string, ...abbreviations: string[]]

function listedPairs(text: string): readonly Names[] {
  const lines = text.split('\n').filter(line => line.trim() !== '' && !line.startsWith('#'))
  const [first = ''] = lines
  const delimiter = [';', '\t', ' = '].find(one => first.includes(one)) ?? ','
  const rows = csvRows(lines.join('\n'), { delimiter }) ?? []
  // After the abbreviation JabRef has one without points, and how often it is used.
  return rows.map(([title = '', ...short]): Names => [title, ...short.filter(one => /\p{L}/u.test(one))])
}

function medlinePairs(text: string): readonly Names[] {
  return text.split(/^-{3,}\s*$/m).map((block): Names => {
    const line = (name: string) => new RegExp(`^${name}:[ \\t]*(.*?)\\s*$`, 'm').exec(block)?.[1] ?? ''
    return [line('JournalTitle'), line('IsoAbbr'), line('MedAbbr')]
  })
}
