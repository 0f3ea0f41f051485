/**
 * The files that references are held against, and where they lie: named by whoever runs Offprint, else in the front
 * matter, else beside the manuscript. Nothing is fetched.
 */
import { isAbsolute, join } from 'node:path'
import type { Host } from '../../host/index.ts'
import type { Manuscript } from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { type JournalNames, readJournalNames } from './journal-names.ts'
import { findNotices, type Notice } from './notices.ts'

/** Absolute paths. */
export interface ReferenceFiles {
  /** In the form of Retraction Watch's CSV. */
  readonly retractions?: string | undefined
  /** In the form of JabRef's lists or of J_Medline.txt. */
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
  const found = await readData('retractions', files, manuscript, host)
  if (!found) return new Map()
  const notices = findNotices(found.bytes, works)
  if (!notices) {
    const expected =
      'the columns of Retraction Watch: Record ID, Title, …, RetractionNature, Reason, Paywalled, Notes'
    tell('retractions', `Unexpected form of \`${found.path}\`, expected ${expected}`, manuscript)
  }
  return notices ?? new Map()
}

export async function readJournals(
  files: ReferenceFiles,
  manuscript: Manuscript,
  host: Host,
): Promise<JournalNames | undefined> {
  const found = await readData('journalAbbreviations', files, manuscript, host)
  if (!found) return undefined
  const journals = readJournalNames(new TextDecoder().decode(found.bytes))
  if (!journals) {
    const expected = 'a journal and its abbreviation in each line, `Full Title;Abbrev.`, or J_Medline.txt'
    tell('journalAbbreviations', `Unexpected form of \`${found.path}\`, expected ${expected}`, manuscript)
  }
  return journals
}

interface Data {
  readonly bytes: Uint8Array
  /** As it is named. */
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
  const bytes = await host.read(isAbsolute(path) ? path : join(manuscript.folder, path))
  if (bytes) return { bytes, path }
  if (named !== undefined) tell(kind, `Missing file \`${path}\`: there is no such file`, manuscript)
  return undefined
}

function tell(kind: Kind, reason: string, { file, placeOf }: Manuscript): void {
  report(file, 'reference-data-unread', {
    reason,
    place: placeOf([names[kind].key]),
    note: 'The references are not held against it.',
  })
}
