/**
 * Replaces each include in a text by the lines of the included file, recursively. An include that fails is
 * reported and stays in the text as written.
 */

import { VFile } from 'vfile'
import type { Host } from '../../../host/index.ts'
import { dirname, join, relative } from '../../../host/paths.ts'
import { report } from '../../../model/diagnostics.ts'
import { reportRefusal } from '../../../model/refusals.ts'
import { decodeUtf8 } from '../../../model/utf8-text.ts'
import { type Include, includeAt, shortcodeOf } from './include-directive.ts'
import { type Line, linesOf } from './lines.ts'
import { chosenLines, framedLines, literalLines } from './literal.ts'
import { partLines } from './part.ts'
import { textState } from './text-state.ts'

export interface ExpandContext {
  readonly host: Host
  /** The project's folder. No file outside it is read. */
  readonly root: string
  /** The files that were read, by their path. */
  readonly files: Map<string, VFile>
  /** The number of bytes that may still be read, in all files together. */
  readonly room: { bytes: number }
}

/** The greatest depth of includes in included files. */
const deepest = 16
/** The greatest number of bytes that all included files together may have. */
export const largest = 5_000_000

/**
 * Replaces the includes in these lines. `trail`: the paths of the files that contain the lines, the innermost
 * last.
 */
export async function expand(
  lines: readonly Line[],
  trail: readonly string[],
  context: ExpandContext,
): Promise<readonly Line[]> {
  const texts = lines.map(({ text }) => text)
  const state = textState()
  const result: Line[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (!line) continue
    const kind = state.step(line.text)
    const include = includeOf(kind, texts, index)
    const included = include && (await includedLines(include, line, trail, context))
    if (!include || !included) {
      result.push(line)
      continue
    }
    result.push(
      ...(kind === 'cell' ? included : apart(included, result.at(-1), texts[index + include.height])),
    )
    // The state must also see the other lines of the include, so that it knows that a fence has closed.
    for (const passed of texts.slice(index + 1, index + include.height)) state.step(passed)
    index += include.height - 1
  }
  return result
}

/**
 * The include that begins on line `index`. Inside a code cell only Quarto's shortcode includes a file: the
 * code of a cell can be kept in its own file.
 */
function includeOf(kind: string, texts: readonly string[], index: number): Include | undefined {
  if (kind === 'text' || kind === 'fence') return includeAt(texts, index)
  return kind === 'cell' ? shortcodeOf(texts[index] ?? '') : undefined
}

/** The lines of the included files. Undefined if any of these cannot be read. */
async function includedLines(
  include: Include,
  line: Line,
  trail: readonly string[],
  context: ExpandContext,
): Promise<readonly Line[] | undefined> {
  const result: Line[] = []
  for (const path of include.paths) {
    const file = await readPart(path, line, trail, context)
    if (!file) return undefined
    if (result.length > 0) result.push({ ...line, text: '' })
    const lines = include.isLiteral ? linesOf(file) : partLines(file, { hasHeading: false })
    const chosen = chosenText(lines, include, line)
    const expanded = include.frame
      ? framedLines(chosen, include.frame, line)
      : include.isLiteral
        ? literalLines(chosen, file.path, include, line)
        : await expand(chosen, [...trail, file.path], context)
    // Not by spread: a file may have more lines than a call may have arguments.
    for (const line of expanded) result.push(line)
  }
  return result.map((included, index) =>
    indented(included, index === 0 ? include.prefix : continuation(include.prefix)),
  )
}

function chosenText(all: readonly Line[], { options }: Include, line: Line): readonly Line[] {
  const { lines, missing } = chosenLines(all, options)
  if (missing !== undefined) {
    report(line.file, 'include-invalid', {
      reason: `Unexpected value \`${options[missing]}\` of \`${missing}\`, the included file has no such line`,
      place: placeOf(line),
      note: 'The whole file is included.',
    })
  }
  return lines
}

function indented(line: Line, prefix: string): Line {
  if (prefix === '') return line
  const text = line.text === '' ? prefix.trimEnd() : `${prefix}${line.text}`
  return { ...line, text, shift: line.shift + prefix.length }
}

/** The prefix of continuation lines: list marks become spaces, marks of block quotes are repeated. */
function continuation(prefix: string): string {
  return prefix.replace(/[^\s>]/g, ' ')
}

/** Adds blank lines so that included blocks do not merge with the paragraphs around them. */
function apart(lines: readonly Line[], before: Line | undefined, after: string | undefined): readonly Line[] {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) return lines
  const quote = /^[\s>]*>/.exec(first.text)?.[0] ?? ''
  const blank = (line: Line): Line => ({ ...line, text: quote })
  const isBlank = (text: string | undefined) => text === undefined || /^[\s>]*$/.test(text)
  const isItem = /^[\s>]*([-*+]|\d+[.)])\s/.test(first.text)
  return [
    ...(isBlank(before?.text) || isItem ? [] : [blank(first)]),
    ...lines,
    ...(isBlank(after) ? [] : [blank(last)]),
  ]
}

async function readPart(
  name: string,
  line: Line,
  trail: readonly string[],
  { host, root, files, room }: ExpandContext,
): Promise<VFile | undefined> {
  const place = placeOf(line)
  // In Quarto a path that begins with `/` is relative to the project's folder.
  const folder = name.startsWith('/') ? root : dirname(trail.at(-1) ?? root)
  const path = join(folder, name)
  if (/^[a-z][a-z\d+.-]*:/i.test(name) || !path.startsWith(`${root}/`)) {
    report(line.file, 'include-outside', {
      reason: `Unexpected file \`${name}\` to include, expected one in the folder of the manuscript`,
      place,
      note: 'Put the file beside the manuscript, and name it by its relative path.',
    })
    return undefined
  }
  if (trail.includes(path) || trail.length > deepest) {
    report(line.file, 'include-cyclic', {
      reason: trail.includes(path)
        ? `Unexpected include of \`${name}\`, which includes this file`
        : `Unexpected include of \`${name}\`, ${deepest} files are nested around it`,
      place,
      note: 'It is not included again.',
    })
    return undefined
  }
  const bytes = await host.read(path)
  if (!bytes) {
    if (reportRefusal(host, path, { name, file: line.file, place })) return undefined
    report(line.file, 'include-missing', {
      reason: `Missing file \`${name}\` to include: there is no such file`,
      place,
      note: `The path is read from the folder \`${relative(root, folder) || '.'}\`.`,
    })
    return undefined
  }
  room.bytes -= bytes.length
  if (room.bytes < 0) {
    report(line.file, 'include-too-large', {
      reason: `Unexpected size of \`${name}\`, expected at most ${largest / 1e6} MB in all files together`,
      place,
      note: 'It is not included.',
    })
    return undefined
  }
  const file = files.get(path) ?? new VFile({ path })
  if (files.has(path)) return file
  files.set(path, file)
  decodeUtf8(file, bytes)
  return file
}

function placeOf(line: Line) {
  const columns = line.text.length + 1 - line.shift
  return {
    start: { line: line.line, column: 1 },
    end: { line: line.line, column: Math.max(1, columns) },
  }
}
