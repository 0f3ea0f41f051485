/**
 * The files of a manuscript → one text, in which the file of each line is known: all parts joined, all
 * includes replaced by their files. A manuscript of one file is returned unchanged.
 */
import { isDeepStrictEqual } from 'node:util'
import type { VFile } from 'vfile'
import type { Host } from '../../../host/index.ts'
import { appendixLines } from './appendix-files.ts'
import { type ExpandContext, expand, largest } from './expand.ts'
import { joinLines, type Line, linesOf } from './lines.ts'
import { partLines, saysOnlyTitle } from './part.ts'
import { withoutTemplates } from './template.ts'

interface AssembleInput {
  /** The article, or its first part. */
  readonly file: VFile
  readonly parts?: readonly VFile[]
  /** True if the article's title is in the project's settings. */
  readonly isTitled?: boolean
  /** Nothing outside this folder is included. */
  readonly root: string
  readonly host: Host
}

interface Assembled {
  /** The text to parse. */
  readonly file: VFile
  /** The author's files, which take the messages. */
  readonly sources: readonly VFile[]
}

export async function assemble(input: AssembleInput): Promise<Assembled> {
  const { file, parts = [], isTitled = false, root, host } = input
  const files = new Map([file, ...parts].map(source => [source.path, source]))
  const context: ExpandContext = { host, root, files, room: { bytes: largest - sizeOf([file, ...parts]) } }
  const isPart = isTitled && parts.length > 0 && saysOnlyTitle(file)
  const first = isPart ? partLines(file, { hasHeading: true }) : linesOf(file)
  const texts = [first, ...parts.map(part => partLines(part, { hasHeading: true }))]
  const lines: Line[] = []
  for (const [index, text] of texts.entries()) {
    const path = [file, ...parts][index]?.path ?? file.path
    const expanded = await expand(withoutTemplates(text), [path], context)
    const last = lines.at(-1)
    if (last && last.text !== '') lines.push({ ...last, text: '' })
    for (const line of expanded) lines.push(line)
  }
  for (const line of await expand(appendixLines(file), [file.path], context)) lines.push(line)
  const isWhole = files.size === 1 && lines.every(({ shift }) => shift === 0) && !parts.length
  const isSame = isWhole && isDeepStrictEqual(textsOf(lines), textsOf(linesOf(file)))
  if (isSame) return { file, sources: [file] }
  return { file: joinLines(lines, file), sources: [...files.values()] }
}

function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text }) => text)
}

function sizeOf(files: readonly VFile[]): number {
  return files.reduce((sum, file) => sum + String(file).length, 0)
}
