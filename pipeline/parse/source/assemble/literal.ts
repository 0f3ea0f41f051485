/**
 * A file that is shown as code → the lines of a fenced block, and the lines that the options of an include
 * choose: `start-line`, `end-line`, `start-after`, `end-before`, `start-at`, `end-at`, `lines` (docutils,
 * "include"; Sphinx, "literalinclude").
 */
import { extname } from '../../../host/paths.ts'
import type { LiteralInclude } from '../../../model/line-map.ts'
import type { Include } from './include-directive.ts'
import { type Line, madeLine } from './lines.ts'

/**
 * The lines of a file that the options of an include choose. `missing`: name of an option whose text the file
 * does not contain.
 */
export function chosenLines(
  lines: readonly Line[],
  options: Include['options'],
): { readonly lines: readonly Line[]; readonly missing?: string } {
  const marks = ['start-after', 'start-at', 'end-before', 'end-at'] as const
  let chosen = sliceByNumbers(lines, options)
  for (const name of marks) {
    const mark = options[name]
    if (mark === undefined) continue
    const at = chosen.findIndex(({ text }) => text.includes(mark))
    if (at < 0) return { lines, missing: name }
    if (name.startsWith('start')) chosen = chosen.slice(name === 'start-at' ? at : at + 1)
    else chosen = chosen.slice(0, name === 'end-at' ? at + 1 : at)
  }
  return { lines: chosen }
}

/**
 * The lines that are chosen by number. As in Python, `start-line` counts from 0 and `end-line` is excluded.
 * `lines: 1,3,5-10,20-` counts from 1.
 */
function sliceByNumbers(lines: readonly Line[], options: Include['options']): readonly Line[] {
  const numbers = ['start-line', 'end-line'].map(name => {
    const value = Number.parseInt(options[name] ?? '', 10)
    return Number.isNaN(value) ? undefined : value
  })
  const chosen = lines.slice(numbers[0] ?? 0, numbers[1])
  const ranges = options.lines
    ?.split(',')
    .map(range => /^\s*(?:(\d+)\s*)?(?:(-)\s*)?(?:(\d+)\s*)?$/.exec(range))
  if (!ranges || ranges.includes(null)) return chosen
  return ranges.flatMap(range => {
    const [, from = '', dash = '', to = ''] = range ?? []
    const first = from === '' ? 1 : Number(from)
    const last = dash === '' ? first : to === '' ? chosen.length : Number(to)
    return chosen.slice(first - 1, last)
  })
}

/**
 * Lines of a file as fenced code. The fence is longer than any in the file, and has no words: its line keeps
 * the language, the id and the caption of the include in its `literal`.
 */
export function literalLines(
  lines: readonly Line[],
  path: string,
  include: Include,
  origin: Line,
): readonly Line[] {
  const runs = lines.flatMap(({ text }) => text.match(/`{3,}/g) ?? [])
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)))
  return [
    { ...madeLine(fence, origin), literal: literalOf(path, include) },
    ...lines,
    madeLine(fence, origin),
  ]
}

/** Lines of a file as the body of a directive. */
export function framedLines(
  lines: readonly Line[],
  { before, after }: NonNullable<Include['frame']>,
  origin: Line,
): readonly Line[] {
  const made = (texts: readonly string[]) => texts.map(text => madeLine(text, origin))
  return [...made(before), ...lines, ...made(after)]
}

function literalOf(path: string, { options }: Include): LiteralInclude {
  const language = (options.lang || options.language || extname(path).slice(1)).trim()
  const id = (options.label ?? options.name ?? '').trim()
  return {
    ...(language !== '' && { language }),
    ...(id !== '' && { id }),
    classes: (options.class ?? '').split(/[\s,]+/).filter(Boolean),
    ...(options.caption !== undefined && { caption: options.caption }),
  }
}
