/**
 * Abbreviations of journals that are not in the list of journals; without a list nothing is checked. The
 * abbreviations in the entries are checked and, if the style prints short titles, the journals that the list
 * should abbreviate.
 */
import { closest, distance } from 'fastest-levenshtein'
import type { CslItem } from '../../model/csl.ts'
import type { JournalNames } from './journal-names.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'
import { plainWords } from './work-identity.ts'

const periodicals: readonly string[] = ['article-journal', 'article-magazine', 'review', 'review-book']

export const checkJournalAbbreviations: ReferenceCheck = ({ works, journals, hasShortTitles }) => {
  if (!journals) return []
  return works
    .filter(({ type }) => periodicals.includes(type))
    .flatMap(item => checkJournal(item, journals, hasShortTitles))
}

function checkJournal(item: CslItem, journals: JournalNames, hasShortTitles: boolean): readonly Finding[] {
  const title = variableText(item, 'container-title')
  const short = variableText(item, 'container-title-short') || variableText(item, 'journalAbbreviation')
  const given = short === '' && isAbbreviated(title) ? title : short
  if (given === '') {
    return hasShortTitles && title !== '' && !journals.titles.has(plainWords(title))
      ? [
          finding(item.id, 'container-title', {
            reason: `Unexpected journal \`${title}\` of \`${item.id}\`, the list of journals has no abbreviation for it`,
            nearest: nearest(title, journals.titles),
          }),
        ]
      : []
  }
  const plain = plainWords(given)
  // A title is also right if it needs no abbreviation: Nature.
  if (journals.abbreviations.has(plain) || journals.titles.has(plain)) return []
  const variable = short === '' ? 'container-title' : 'container-title-short'
  return [
    finding(item.id, variable, {
      reason: `Unexpected abbreviation \`${given}\` of the journal of \`${item.id}\`, the list of journals does not have it`,
      nearest: nearest(given, journals.abbreviations),
    }),
  ]
}

/** True if a word ends with a point: `J. Phys. Chem.` */
function isAbbreviated(title: string): boolean {
  return /\p{L}\.(?:\s|$)/u.test(title)
}

interface Wording {
  readonly reason: string
  readonly nearest: string | undefined
}

function finding(key: string, variable: string, { reason, nearest: name }: Wording): Finding {
  return {
    rule: 'journal-unknown-abbreviation',
    key,
    variable,
    reason,
    note:
      name === undefined ? 'Write it as the journal itself does.' : `The nearest in the list is \`${name}\`.`,
    ...(name !== undefined && { expected: [name] }),
  }
}

/**
 * The nearest name with the same first letter. Undefined if no name is near. `names`: plain words → spelling.
 */
function nearest(name: string, names: ReadonlyMap<string, string>): string | undefined {
  const plain = plainWords(name)
  const candidates = [...names.keys()].filter(
    candidate => candidate[0] === plain[0] && Math.abs(candidate.length - plain.length) < 6,
  )
  if (candidates.length === 0) return undefined
  const best = closest(plain, candidates)
  return distance(plain, best) <= Math.max(2, plain.length / 4) ? names.get(best) : undefined
}
