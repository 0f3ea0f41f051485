/**
 * The files that references are compared with: retractions, and abbreviations of journals. Their paths are
 * given to the command or in the front matter, else the files are beside the manuscript. Nothing is fetched
 * from the network.
 */

import type { Host } from '../../host/index.ts'
import { isAbsolute, join } from '../../host/paths.ts'
import type { Manuscript } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { reportRefusal } from '../../model/refusals.ts'
import { type JournalNames, readJournalNames } from './journal-names.ts'
import { findNotices, type Notice } from './notices.ts'

/** Absolute paths. */
export interface ReferenceFiles {
  /** A CSV file in the form of Retraction Watch. */
  readonly retractions?: string | undefined
  /** A list in the form of JabRef or of J_Medline.txt. */
  readonly journalAbbreviations?: string | undefined
}

const names = {
  retractions: { key: 'retractions', beside: 'retractions.csv' },
  journalAbbreviations: { key: 'journal-abbreviations', beside: 'journal-abbreviations.csv' },
} as const
type Kind = keyof typeof names

export async function readNotices(
  works: readonly CslItem[],
  files: ReferenceFiles,
  manuscript: Manuscript,
  host: Host,
): Promise<ReadonlyMap<string, readonly Notice[]>> {
  const data = await readData('retractions', files, manuscript, host)
  if (!data) return new Map()
  const notices = findNotices(data.bytes, works)
  if (!notices) {
    const expected =
      'the columns of Retraction Watch: Record ID, Title, …, RetractionNature, Reason, Paywalled, Notes'
    reportUnread('retractions', `Unexpected form of \`${data.path}\`, expected ${expected}`, manuscript)
  }
  return notices ?? new Map()
}

export async function readJournals(
  files: ReferenceFiles,
  manuscript: Manuscript,
  host: Host,
): Promise<JournalNames | undefined> {
  const data = await readData('journalAbbreviations', files, manuscript, host)
  if (!data) return undefined
  const journals = readJournalNames(new TextDecoder().decode(data.bytes))
  if (!journals) {
    const expected = 'a journal and its abbreviation in each line, `Full Title;Abbrev.`, or J_Medline.txt'
    reportUnread(
      'journalAbbreviations',
      `Unexpected form of \`${data.path}\`, expected ${expected}`,
      manuscript,
    )
  }
  return journals
}

interface Data {
  readonly bytes: Uint8Array
  /** The path as it was given. */
  readonly path: string
}

async function readData(
  kind: Kind,
  files: ReferenceFiles,
  manuscript: Manuscript,
  host: Host,
): Promise<Data | undefined> {
  const { key, beside } = names[kind]
  const named = files[kind] ?? manuscript.metadata[key]
  const path = named ?? beside
  const whole = isAbsolute(path) ? path : join(manuscript.folder, path)
  const bytes = await host.read(whole)
  if (bytes) return { bytes, path }
  const { file, placeOf } = manuscript
  if (reportRefusal(host, whole, { name: path, file, place: placeOf([key]) })) return undefined
  if (named !== undefined) reportUnread(kind, `Missing file \`${path}\`: there is no such file`, manuscript)
  return undefined
}

function reportUnread(kind: Kind, reason: string, { file, placeOf }: Manuscript): void {
  report(file, 'reference-data-unread', {
    reason,
    place: placeOf([names[kind].key]),
    note: 'The references are not compared with it.',
  })
}
