/**
 * The end of an article that takes too much time or memory: the message says what was being done, and what is
 * large in the article.
 */
import type { Nodes } from 'mdast'
import type { VFile } from 'vfile'
import { dirname } from '../host/paths.ts'
import type { Manuscript } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import { type Excess, excessText } from '../tools/watchdog/limits.ts'

/** How far a build had come. */
export interface Reached {
  /** The name of the stage, as `--timings` prints it. */
  readonly stage: string
  /** The file that gets the message. */
  readonly file: VFile
  /** Every file that was read. */
  readonly files: readonly VFile[]
  readonly manuscript?: Manuscript | undefined
  /** Absolute path of the file that was read last, and its size in bytes. */
  readonly lastRead?: { readonly path: string; readonly size: number } | undefined
}

/** Thrown by the build of an article that went over a limit. */
export class OverLimit extends Error {
  readonly excess: Excess
  readonly reached: Reached

  constructor(excess: Excess, reached: Reached) {
    super(`More than ${excessText(excess)}`)
    this.name = 'OverLimit'
    this.excess = excess
    this.reached = reached
  }

  /** True if the article could be read, and only its pages took too much. */
  get isOfPages(): boolean {
    return /^(?:typeset|render)/.test(this.reached.stage)
  }
}

/** Stage → what it does, as authors would say it. */
const work: Readonly<Record<string, string>> = {
  check: 'the check of the article',
  parse: 'reading the manuscript',
  resolve: 'the work on references, formulas and pictures',
  layout: 'the layout of the article',
  typeset: 'the make-up of the pages',
  render: 'printing the pages',
  write: 'writing the files',
}

const usualRemedy =
  '`--limit-cpu` and `--limit-memory` allow more, if the article needs it and you trust its author.'

/** Adds the message to `file`. */
export function reportOverLimit({ excess, reached }: OverLimit, file: VFile = reached.file): void {
  const large = largeParts(reached)
  const { stage } = reached
  report(file, 'limit-reached', {
    reason: `Unexpected end of ${work[stage] ?? stage}: it takes more than ${excessText(excess)}`,
    note: `The article has ${large.join(', ')}.${lastFile(reached)} Make smaller what is unusual, or split it. ${usualRemedy}`,
  })
}

/** Names the last of the author's files that was read: it may be a picture that takes long. */
function lastFile({ file, manuscript, lastRead }: Reached): string {
  if (!lastRead || lastRead.path === file.path) return ''
  const folder = manuscript?.folder ?? (file.path === undefined ? undefined : dirname(file.path))
  if (folder === undefined || !lastRead.path.startsWith(`${folder}/`)) return ''
  const name = lastRead.path.slice(folder.length + 1)
  return ` The file that was read last is ${name} (${sizeText(lastRead.size)}).`
}

/** What a stage may have to do with, as counts: `2,000 formulas`. The size of the text is first. */
function largeParts({ file, files, manuscript }: Reached): readonly string[] {
  const text = String(file)
  const parts = [`${sizeText(Buffer.byteLength(text))} of text`]
  const line = longestLine(text)
  if (line > 5000) parts.push(`a line of ${line.toLocaleString('en')} characters`)
  for (const other of files) {
    const size = other.value?.length ?? 0
    if (other !== file && size > 1e6) parts.push(`${sizeText(size)} in ${other.basename ?? other.path}`)
  }
  if (!manuscript) return parts
  const counts = countNodes(manuscript.body)
  for (const { types, name } of kinds) {
    const count = types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0)
    if (count >= fewest) parts.push(`${count.toLocaleString('en')} ${name}`)
  }
  const { length } = manuscript.references
  return length >= fewest ? [...parts, `${length.toLocaleString('en')} references`] : parts
}

/** Fewer things of a kind are not worth a word. */
const fewest = 20

const kinds = [
  { types: ['paragraph'], name: 'paragraphs' },
  { types: ['equation', 'inlineMath', 'math'], name: 'formulas' },
  { types: ['figure', 'image'], name: 'pictures' },
  { types: ['table', 'captionedTable'], name: 'tables' },
  { types: ['note'], name: 'notes' },
  { types: ['code', 'listing'], name: 'blocks of code' },
  { types: ['layoutBreak'], name: 'page breaks' },
] as const

/** Node type → number. The tree may be deep, so this does not call itself. */
function countNodes(root: Nodes): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    counts.set(node.type, (counts.get(node.type) ?? 0) + 1)
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
  return counts
}

function longestLine(text: string): number {
  let longest = 0
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    longest = Math.max(longest, stop - start)
    start = stop + 1
  }
  return longest
}

/** `12 kB`, `5.1 MB` */
function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
