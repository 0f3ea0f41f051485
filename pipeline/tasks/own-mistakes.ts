/**
 * Errors that no author can mend. One that a stage throws becomes a message of the article, and a file that
 * can be sent to the makers of Offprint: it says where in the program the error is, and quotes nothing of the
 * manuscript.
 */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { join } from '../host/paths.ts'
import { version } from '../host/version.ts'
import { report } from '../model/diagnostics.ts'

export interface OwnMistake {
  readonly error: unknown
  /** What Offprint did: the name of a stage or of an output. */
  readonly stage: string
}

interface MistakeOf {
  /** The file that gets the message. */
  readonly file: VFile
  /** Absolute folder for the report. */
  readonly folder: string
  /** Begins the name of the report. */
  readonly slug: string
}

/** The name of the report in the folder of the outputs. */
function reportName(slug: string): string {
  return `${slug}.offprint-report.txt`
}

/** The name of the report of an earlier build, if there is one: Offprint's own file, by its first line. */
export async function earlierReport(
  { folder, slug }: Omit<MistakeOf, 'file'>,
  host: Host,
): Promise<string | undefined> {
  const name = reportName(slug)
  const bytes = await host.read(join(folder, name)).catch(() => undefined)
  return bytes && /^Offprint \S+, Node v/.test(new TextDecoder().decode(bytes.subarray(0, 100)))
    ? name
    : undefined
}

/** False for what the user can mend: a browser or tool that is missing, a file that cannot be used. */
export function isOwnMistake(error: unknown): boolean {
  return !(error instanceof Error && ('remedy' in error || 'syscall' in error))
}

/** Adds the message to the file and writes the report. Never throws. */
export async function reportMistake(
  { error, stage }: OwnMistake,
  { file, folder, slug }: MistakeOf,
  host: Host,
): Promise<void> {
  const name = reportName(slug)
  const place = placeOf(error)
  const text = mistakeText({ error, stage }, place)
  const isWritten = await host.write(folder, new Map([[name, new TextEncoder().encode(text)]])).then(
    () => true,
    () => false,
  )
  report(file, 'stage-failed', {
    reason: `Unexpected end of \`${stage}\`, by a mistake of Offprint: ${nameOf(error)}`,
    place,
    note: isWritten
      ? `Please report it and send ${join(folder, name)}, which quotes nothing of the manuscript.`
      : 'Please report it with the name and size of the manuscript; no file to send could be written.',
    cause: error,
  })
}

/** The report: the stage, the place, versions, the kind of the error, the functions that were at work. */
export function mistakeText(
  { error, stage }: OwnMistake,
  place: Position | undefined = placeOf(error),
): string {
  const start = place && `line ${place.start.line}, column ${place.start.column} of the manuscript`
  return [
    `Offprint ${version()}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `Stage: ${stage}`,
    ...(start ? [`Place: ${start}`] : []),
    `Error: ${unquoted(nameOf(error))}`,
    ...framesOf(error),
    '',
  ].join('\n')
}

/** `RangeError: Maximum call stack size exceeded`, in one line. */
export function nameOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const [line = ''] = text.split(/[\r\n]/)
  return line.slice(0, 200)
}

/** Leaves out what is between quotation marks, which may be text of the manuscript, and all after a colon. */
function unquoted(text: string): string {
  const [name = '', message = ''] = text.split(/: (.*)/)
  return `${name}: ${message.replace(/(["'`“‘]).*["'`”’]/g, '…').replace(/: .*/, ': …')}`
}

/** The lines of the stack that name functions, without the folders of this computer. */
function framesOf(error: unknown): readonly string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter(line => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .map(line => line.replace(/\(?(?:file:\/\/)?\/[^:]*?\/((?:pipeline|dist|node_modules)\/)/, '($1'))
    .slice(0, 40)
}

/** The place that a stage has given to the error, if it has. */
function placeOf(error: unknown): Position | undefined {
  if (!(error instanceof Error) || !('place' in error)) return undefined
  // The cast is safe: `atNode` gives errors their place.
  return error.place as Position | undefined
}
