/** The command line of `npm run bench:pages`. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export interface Options {
  /** Folder of the benchmark. */
  readonly bench: string
  readonly parts: ReadonlySet<Part>
  /** Of the articles: S, M, L. */
  readonly sizes: readonly string[]
  /** Of further articles of these sizes. */
  readonly seeds: readonly number[]
  readonly rounds: number
  readonly isListed: boolean
  /** An existing file to be judged alone, and the words it should hold. */
  readonly pdf: string | undefined
  readonly source: string | undefined
  /** Where the PDFs stay; else they go with the temporary folder. */
  readonly output: string | undefined
}

export const parts = ['judge', 'time', 'long'] as const
export type Part = (typeof parts)[number]

const beside = fileURLToPath(new URL('../../../shared/bench', import.meta.url))
/** Where the user stands: npm runs scripts in the folder of the package. */
const here = process.env.INIT_CWD ?? process.cwd()

/** Throws `TypeError` where the command is used wrongly. */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      judge: { type: 'boolean', default: false },
      time: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      sizes: { type: 'string', short: 's', default: 'M,L' },
      seeds: { type: 'string' },
      rounds: { type: 'string', short: 'n', default: '5' },
      pdf: { type: 'string' },
      source: { type: 'string' },
      output: { type: 'string' },
    },
  })
  const named = parts.filter(part => values[part])
  return {
    bench: process.env.OFFPRINT_BENCH ?? beside,
    parts: new Set(named.length > 0 ? named : ['judge']),
    sizes: values.sizes.split(','),
    seeds: values.seeds === undefined ? [] : values.seeds.split(',').map(wholeNumber),
    rounds: wholeNumber(values.rounds),
    isListed: values.list,
    pdf: path(values.pdf),
    source: path(values.source),
    output: path(values.output),
  }
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value)
  throw new TypeError(`Unexpected "${value}", expected a whole number from 1.`)
}

function path(value: string | undefined): string | undefined {
  return value === undefined ? undefined : resolve(here, value)
}
