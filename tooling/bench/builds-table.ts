/** What the benchmark measured of whole builds → the table of docs/bench.md. */

/** As run_bench.py writes them: program → size → figures. A run that failed has none. */
export type Results = Readonly<Record<string, Readonly<Record<string, Partial<Figures>>>>>

/** Medians; times in seconds. */
interface Figures {
  readonly wall: number
  readonly wall_min: number
  readonly wall_max: number
  readonly cpu: number
  /** Peak memory of all processes, in MiB. */
  readonly peak_mib: number
}

interface TableInput {
  readonly measured: Results
  readonly sizes: readonly string[]
  /** The numbers of articles in the smaller and the larger issue. */
  readonly issueSizes: readonly [number, number]
  readonly rounds: number
}

const names: Readonly<Record<string, string>> = {
  offprint: '**Offprint, PDF and HTML**',
  'offprint-pdf': 'Offprint, PDF alone',
  'offprint-modules': 'Offprint without its startup snapshot',
  'mystmd-typst': 'MyST + Typst',
  'typst-hand': 'Typst, by hand',
}
const issue = 'offprint-issue-'

/** A Markdown table: a row for each program and size, and one for each further article of an issue. */
export function buildsTable({ measured, sizes, issueSizes, rounds }: TableInput): string {
  const programs = Object.keys(measured).filter(name => !name.startsWith(issue))
  const rows = sizes.flatMap(size => [
    ...programs.map(program => [size, names[program] ?? program, ...cells(measured[program]?.[size])]),
    [size, 'Offprint, one more article of an issue', ...furtherCells(measured, size, issueSizes)],
  ])
  return [
    `| | medians of ${rounds} | wall s | from–to | CPU s | MiB |`,
    '|---|---|---:|---:|---:|---:|',
    ...rows.map(row => `| ${row.join(' | ')} |`),
  ].join('\n')
}

function cells(figures: Partial<Figures> | undefined): readonly string[] {
  if (figures?.wall === undefined) return ['failed', '', '', '']
  const {
    wall,
    wall_min: least = wall,
    wall_max: most = wall,
    cpu = Number.NaN,
    peak_mib: peak = 0,
  } = figures
  return [
    wall.toFixed(2),
    `${least.toFixed(2)}–${most.toFixed(2)}`,
    cpu.toFixed(2),
    peak === 0 ? '' : peak.toFixed(0),
  ]
}

/** What an article costs in a process that has built others: the difference of two issues. */
function furtherCells(measured: Results, size: string, [few, many]: TableInput['issueSizes']) {
  const [less, more] = [few, many].map(count => measured[`${issue}${count}`]?.[size])
  if (less?.wall === undefined || more?.wall === undefined) return ['failed', '', '', '']
  const each = (figure: 'wall' | 'cpu') =>
    (((more[figure] ?? Number.NaN) - (less[figure] ?? Number.NaN)) / (many - few)).toFixed(2)
  return [each('wall'), '', each('cpu'), (more.peak_mib ?? 0).toFixed(0)]
}

const marks = [
  '<!-- The table is written by `npm run bench -- --write`. -->',
  '<!-- End of the table. -->',
] as const

/** The document with its table replaced. Throws if it has no place for the table. */
export function withTable(text: string, table: string): string {
  const [begin, end] = marks
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)]
  if (start < 0 || stop < start) throw new Error(`There are no lines "${begin}" and "${end}".`)
  return `${text.slice(0, start + begin.length)}\n\n${table}\n\n${text.slice(stop)}`
}
