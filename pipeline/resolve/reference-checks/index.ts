/**
 * The checks of the references: works and citations → messages, each at the entry or the field that it is
 * about. A build reports only clear mistakes in cited works; `offprint check` looks closer.
 */

import { closest } from 'fastest-levenshtein'
import type { Root } from 'mdast'
import type { Host } from '../../host/index.ts'
import type { Journal } from '../../journal/index.ts'
import type { Manuscript, ReferenceSource } from '../../model/article.ts'
import { type RuleId, report } from '../../model/diagnostics.ts'
import { visit } from '../../model/visit.ts'
import { checkDates } from './dates.ts'
import { checkDois } from './doi.ts'
import { findDuplicates } from './duplicates.ts'
import { findIncomplete } from './incomplete.ts'
import { checkIsbns } from './isbn.ts'
import { checkIssns } from './issn.ts'
import { checkJournalAbbreviations } from './journal-abbreviations.ts'
import { checkOtherIdentifiers } from './other-identifiers.ts'
import { checkPages } from './pages.ts'
import { findPublishedPreprints } from './preprints.ts'
import type { CheckDepth, Finding, ReferenceCheck } from './reference-check.ts'
import { type ReferenceFiles, readJournals, readNotices } from './reference-data.ts'
import { findRetracted } from './retracted.ts'
import { findUncited } from './uncited.ts'
import { placeOfVariable } from './written-names.ts'

export type { CheckDepth } from './reference-check.ts'
export type { ReferenceFiles } from './reference-data.ts'

const checks: readonly ReferenceCheck[] = [
  findUncited,
  findDuplicates,
  findIncomplete,
  checkDois,
  checkIsbns,
  checkIssns,
  checkOtherIdentifiers,
  checkDates,
  checkPages,
  checkJournalAbbreviations,
  findPublishedPreprints,
  findRetracted,
]

export interface ReferenceChecking extends ReferenceFiles {
  readonly depth: CheckDepth
}

interface CheckedArticle {
  /** The whole article. Its citations have keys of the bibliography. */
  readonly tree: Root
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly host: Host
}

/** Runs all checks, and reports their findings on the files that contain the works. */
export async function checkReferences(
  { tree, manuscript, journal, host }: CheckedArticle,
  checking: ReferenceChecking,
): Promise<void> {
  const { references: all, referenceSources: sources, metadata } = manuscript
  const { depth } = checking
  const cited = citedKeys(tree, manuscript)
  const works = depth === 'all' ? all : all.filter(item => cited.has(item.id))
  const [journals, notices] = await Promise.all([
    readJournals(checking, manuscript, host),
    readNotices(works, checking, manuscript, host),
  ])
  const year = articleYear(manuscript)
  const list = {
    works,
    all,
    cited,
    sources,
    depth,
    notices,
    ...(year !== undefined && { year }),
    ...(journals && { journals }),
    hasShortTitles: /variable="container-title(?:-short"|"[^>]*form="short")/.test(journal.csl),
    citedAsRetracted: new Set([...(metadata['cited-as-retracted'] ?? []), ...citedAsRetracted(tree)]),
  }
  reportUnknown(manuscript)
  const findings = checks.flatMap(check => check(list))
  for (const finding of depth === 'build' ? limited(findings, sources) : findings)
    reportFinding(finding, manuscript)
}

/** The greatest number of messages of one rule that a build gives for a file. */
const most = 5
const unlimited: ReadonlySet<RuleId> = new Set(['reference-retracted', 'reference-notice'])

/** The first findings of each rule and file; the last of them says how many more there are. */
function limited(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, ReferenceSource>,
): readonly Finding[] {
  const groups = Map.groupBy(findings, ({ rule, key }) => `${rule} ${sources.get(key)?.file.path}`)
  return [...groups.values()].flatMap(group => {
    const last = group[most - 1]
    const rest = group.length - most
    if (!last || rest < 1 || unlimited.has(last.rule)) return group
    const note = `${last.note ?? ''} The same holds for ${rest} more: \`offprint check\` lists all.`.trim()
    return [...group.slice(0, most - 1), { ...last, note }]
  })
}

/** The keys that the article cites or lists. `\nocite{*}` lists all. */
function citedKeys(tree: Root, { references }: Manuscript): ReadonlySet<string> {
  const keys = new Set<string>()
  visit(tree, 'citation', ({ items, form }) => {
    for (const { key } of items) {
      if (form === 'none' && key === '*') for (const { id } of references) keys.add(id)
      keys.add(key)
    }
  })
  return keys
}

/** The keys of `[@a]{.retracted}`. */
function citedAsRetracted(tree: Root): readonly string[] {
  const keys: string[] = []
  visit(tree, 'citation', ({ items, isOfRetracted }) => {
    if (isOfRetracted) keys.push(...items.map(({ key }) => key))
  })
  return keys
}

/** Reports keys in `cited-as-retracted` that are not in the bibliography. */
function reportUnknown({ metadata, references, file, placeOf }: Manuscript): void {
  const keys = references.map(({ id }) => id)
  for (const [index, key] of (metadata['cited-as-retracted'] ?? []).entries()) {
    if (keys.includes(key)) continue
    const nearest = keys.length > 0 ? closest(key, keys) : undefined
    report(file, 'retracted-unknown', {
      reason: `Unexpected key \`${key}\` in \`cited-as-retracted\`, the bibliography has no such entry`,
      place: placeOf(['cited-as-retracted', index]),
      ...(nearest !== undefined && { expected: [nearest], note: `The nearest key is \`${nearest}\`.` }),
    })
  }
}

function articleYear({ metadata: { dates } }: Manuscript): number | undefined {
  const last = [dates?.published, dates?.accepted, dates?.revised, dates?.received].find(
    date => date !== undefined,
  )
  return last === undefined ? undefined : Number(last.slice(0, 4))
}

function reportFinding(
  { rule, key, variable, isOfFile, reason, note, expected }: Finding,
  manuscript: Manuscript,
) {
  const source = manuscript.referenceSources.get(key)
  report(source?.file ?? manuscript.file, rule, {
    reason,
    place: source && !isOfFile ? placeOfVariable(source, variable) : undefined,
    note,
    expected,
  })
}
