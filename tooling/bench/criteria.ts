/**
 * The figures that pages have to reach, in the order of the table, and which of the judge's numbers they are.
 */
import type { Judgement } from './judge.ts'

export interface Criterion {
  readonly name: string
  /** Empty for what is told for information. */
  readonly target: string
  readonly verdict: (judgement: Judgement) => Verdict
}

export interface Verdict {
  readonly text: string
  /** `undefined` where there is no target, or nothing that it could be measured by. */
  readonly isReached: boolean | undefined
}

type Read = (judgement: Judgement) => number | null | undefined
type IsPresent = (judgement: Judgement) => boolean

interface Rule {
  readonly target: string
  readonly holds: (value: number) => boolean
  readonly print: (value: number) => string
}

const plain = (value: number): string => String(value)
const percent = (value: number): string => `${(value * 100).toFixed(2)} %`
const none: Rule = { target: '0', holds: value => value === 0, print: plain }

function atMost(limit: number, print = plain): Rule {
  return { target: `≤ ${print(limit)}`, holds: value => value <= limit, print }
}

function atLeast(limit: number, print = plain): Rule {
  return { target: `≥ ${print(limit)}`, holds: value => value >= limit, print }
}

function between(low: number, high: number): Rule {
  return { target: `${low}–${high}`, holds: value => low <= value && value <= high, print: plain }
}

/**
 * A number that the judge must find wherever there is something to measure: without it the target is missed.
 * `isPresent`: whether there is; an article of one page has no bottom white, as the last page is left out.
 */
function criterion(name: string, rule: Rule, read: Read, isPresent: IsPresent = () => true): Criterion {
  const verdict = (judgement: Judgement): Verdict => {
    const value = read(judgement) ?? undefined
    if (value === undefined) return { text: '–', isReached: isPresent(judgement) ? false : undefined }
    return { text: rule.print(value), isReached: rule.holds(value) }
  }
  return { name, target: rule.target, verdict }
}

function information(name: string, text: (judgement: Judgement) => string): Criterion {
  return { name, target: '', verdict: judgement => ({ text: text(judgement), isReached: undefined }) }
}

const isLong: IsPresent = ({ pages }) => pages > 1
const hasFigures: IsPresent = ({ figures, figures_tagged }) => figures.captions + figures_tagged > 0
const hasSource: IsPresent = ({ text_kept }) => text_kept !== undefined

export const criteria: readonly Criterion[] = [
  information('pages', ({ pages }) => plain(pages)),
  criterion('word space, mean', between(0.97, 1.06), ({ space }) => space?.mean),
  criterion('word space, sd', atMost(0.15), ({ space }) => space?.sd),
  criterion('word space, p95', atMost(1.38), ({ space }) => space?.p95),
  criterion('lines over 1.5', atMost(0.015, percent), ({ space }) => space?.share_gt_1_5),
  criterion('lines under 0.75', atMost(0.01, percent), ({ space }) => space?.share_lt_0_75),
  criterion('hyphen ends', atMost(0.17, percent), ({ hyphen_share }) => hyphen_share),
  criterion('runs of three hyphens', none, ({ hyphen_runs_3plus }) => hyphen_runs_3plus),
  criterion('widows', none, ({ widows }) => widows),
  criterion('orphans', none, ({ orphans }) => orphans),
  criterion('stranded headings', none, ({ stranded_headings }) => stranded_headings),
  criterion('overfull lines', none, ({ overfull_lines }) => overfull_lines),
  criterion('short columns', none, ({ columns_short_over_3_lines }) => columns_short_over_3_lines),
  criterion('white holes', none, ({ white_holes_over_3_lines }) => white_holes_over_3_lines),
  criterion('bottom white, mean', atMost(0.004, percent), one => one.column_bottom_white_mean, isLong),
  criterion('baselines aligned', atLeast(0.95, percent), one => one.baseline_aligned_share),
  information(
    'figures found',
    ({ figures, figures_tagged }) => `${figures.with_mention} of ${figures_tagged}`,
  ),
  criterion('figure distance, mean', atMost(0.08), ({ figures }) => figures.mean_distance, hasFigures),
  criterion('figure distance, max', atMost(1), ({ figures }) => figures.max_distance, hasFigures),
  criterion('figures before mention', none, ({ figures }) => figures.before_mention),
  information('table distance, mean', ({ tables }) => plainOr(tables.mean_distance)),
  information('table distance, max', ({ tables }) => plainOr(tables.max_distance)),
  criterion('text kept', atLeast(0.9995), ({ text_kept }) => text_kept, hasSource),
  criterion('Type 3 fonts', none, ({ type3_fonts }) => type3_fonts),
  // A file without tags has no figure that could lack its text; its captions tell that there are some.
  criterion('figures without alt', none, ({ figures, figures_tagged, figures_with_alt }) => {
    return Math.max(figures_tagged, figures.captions) - figures_with_alt
  }),
]

function plainOr(value: number | null): string {
  return value === null ? '–' : plain(value)
}
