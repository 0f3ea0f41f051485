/** Reports problems of typesetting, at their place in the manuscript. */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Article, Manuscript, ReferenceSource } from '../../model/article.ts'
import { report } from '../../model/diagnostics.ts'
import type { Galley } from '../galley.ts'
import type { BrokenText } from '../lines/break-paragraphs.ts'
import { idleNudges } from '../pages/idle-nudges.ts'
import type { PlannedPage } from '../pages/page-plan.ts'
import type { MovedNote } from '../pages/place-margin.ts'
import type { Pages } from '../pages.ts'
import type { VerticalList } from '../vertical-list.ts'
import type { Loss, Overflow } from './check-pages.ts'

/** Millimetres of a CSS px. */
const millimetre = 25.4 / 96

interface TypesettingReport {
  readonly file: VFile
  readonly sources: readonly Position[]
  readonly references: ReferencePlaces
  readonly galley: Galley
  readonly broken: BrokenText
  readonly plan: readonly PlannedPage[]
  readonly list: VerticalList
  readonly pages: Pages
  readonly movedNotes: readonly MovedNote[]
  /** Whether references to pages show the right numbers. */
  readonly isSettled: boolean
}

/** The place in its bibliography of the work that a block prints. */
type ReferencePlaces = ReadonlyMap<number, ReferenceSource>

/** Finds the blocks that print references. Without `sources`, nothing is known about any block. */
export function referencePlaces(
  { ids }: Galley,
  { referenceLists }: Article,
  sources: Manuscript['referenceSources'] = new Map(),
): ReferencePlaces {
  const blocks = new Map(ids.map(({ id, block }) => [id, block]))
  const places = new Map<number, ReferenceSource>()
  for (const { id, key } of referenceLists.flatMap(list => list.entries)) {
    const block = blocks.get(id)
    const source = sources.get(key)
    if (block !== undefined && source) places.set(block, source)
  }
  return places
}

/** What of the journal's style sheet is the cause of a loss: an element and a declaration. */
export type StyleCause = readonly [block: number | null, element: string, declaration: string]

/** Reports differences between the plan and what the browser shows. */
export function reportLosses(
  { file, galley, sources }: Pick<TypesettingReport, 'file' | 'galley' | 'sources'>,
  losses: readonly Loss[],
  causes: readonly StyleCause[] = [],
): void {
  const places = blockSources(galley, sources)
  const causeOf = new Map(causes.map(cause => [cause[0], cause]))
  for (const { block, reason } of losses) {
    const [, element, declaration] = causeOf.get(block ?? null) ?? []
    report(file, 'page-lost', {
      reason: `Unexpected state of the pages, for the block that begins here: ${reason}`,
      place: block === undefined ? undefined : places.get(block),
      note:
        element === undefined
          ? 'This is a mistake of Offprint, not of the manuscript; please report it with the manuscript, and with the journal if it is your own.'
          : `The cause is probably the style sheet of the journal, not the manuscript: \`${element}\` here has \`${declaration}\`, which is not for the text of pages.`,
    })
  }
}

/** Reports boxes that reach beyond their place. `known`: the sources of those that are reported already. */
export function reportOverflows(
  { file, galley, sources }: Pick<TypesettingReport, 'file' | 'galley' | 'sources'>,
  overflows: readonly Overflow[],
  known: ReadonlySet<number | undefined>,
): void {
  const places = blockSources(galley, sources)
  const reported = new Set([...known].flatMap(source => sources[source ?? -1] ?? []))
  for (const { block, excess, folio, isLine } of overflows) {
    const place = places.get(block)
    if (place && reported.has(place)) continue
    if (place) reported.add(place)
    const page = folio === undefined ? '' : ` on page ${folio}`
    report(file, isLine ? 'line-overfull' : 'box-overflow', {
      reason: `Unexpected width: ${isLine ? 'a line here' : 'this'} reaches ${Math.ceil(excess * millimetre)} mm beyond its place${page}`,
      place,
      note: isLine
        ? 'Display a long formula, write long words so that they can be divided (`hyphenation`), or reword the line.'
        : 'Make its content narrower, or divide it.',
    })
  }
}

export function reportTypesetting(input: TypesettingReport): void {
  const { file, isSettled } = input
  const sources = blockSources(input.galley, input.sources)
  if (!isSettled) {
    report(file, 'page-reference-unsettled', {
      reason: 'Unexpected page numbers in references: with the right ones their targets move to other pages',
      note: 'Reword a sentence near the references, or refer to the section or figure instead.',
    })
  }
  reportLines(input, sources)
  for (const { block, reason } of idleNudges(input)) {
    report(file, 'nudge-idle', { reason, place: sources.get(block), note: 'It can be taken out.' })
  }
  for (const { block, folio } of input.movedNotes) {
    report(file, 'margin-crowded', {
      reason: `Unexpected place: this is in the margin of page ${folio}, because there is no room beside its line`,
      place: sources.get(block),
      note: 'Shorten the notes in the margin before it, or write some of them as footnotes.',
    })
  }
}

/** Reports the worst line of each paragraph that could not be set within the tolerance. */
function reportLines(
  { file, pages, references }: TypesettingReport,
  sources: ReadonlyMap<number, Position>,
): void {
  for (const [block, lines] of pages.lines) {
    const overfull = lines
      .filter(line => line.fault === 'overfull')
      .sort((first, second) => first.scale - second.scale)[0]
    const place = sources.get(block)
    const reference = references.get(block)
    const loose = lines.find(line => line.fault === 'loose')
    if (overfull) {
      report(file, 'line-overfull', {
        reason: `Unexpected width of a line: it had to be set at ${Math.round(100 * overfull.scale)} % to fit its column`,
        place,
        note: 'Display a long formula, or write it so that it can be divided.',
      })
    } else if (loose && reference) {
      report(reference.file, 'line-loose', {
        reason: 'Unexpected gap: a line of this reference cannot be filled and ends early',
        place: reference.place,
        note: 'A DOI or a shorter address may help. Otherwise leave it as it is.',
      })
    } else if (loose && place) {
      // What Offprint prints itself, such as "How to cite", has no place, and cannot be reworded.
      report(file, 'line-loose', {
        reason: 'Unexpected gap: a line of this paragraph cannot be filled and ends early',
        place,
        note: 'Reword it, or move what cannot be divided (a long name, a formula) to another place in it.',
      })
    }
  }
}

/** The place in the manuscript of each block. */
function blockSources(galley: Galley, sources: readonly Position[]): ReadonlyMap<number, Position> {
  const notes = galley.notes.flatMap(note => note.blocks)
  const positions = new Map<number, Position>()
  const margin = galley.marginNotes ?? []
  for (const { id, source } of [...galley.blocks, ...galley.floats, ...galley.inset, ...margin, ...notes]) {
    const position = source === undefined ? undefined : sources[source]
    if (position) positions.set(id, position)
  }
  return positions
}

/** Reports that there are no hyphenation patterns for the language of the article. */
export function reportUndivided(file: VFile, language: string): void {
  report(file, 'language-partial', {
    reason: `Missing hyphenation patterns for the language \`${language}\`: its words are not divided`,
    note: 'Lines may be looser than they should be.',
  })
}
