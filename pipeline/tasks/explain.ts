/**
 * Explains a manuscript: the dialect that it is read in; each value of its metadata that was understood with
 * the key and line that it came from, and each key that was ignored with the reason. `cli/explain-table.ts`
 * prints it as text.
 */

import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { relative } from '../host/paths.ts'
import type { Dialect } from '../model/dialect.ts'
import { type FoundDialect, findDialect, findManuscript, readMetadata } from '../parse/index.ts'
import { guardManuscript } from './guard-reading.ts'

export interface Explanation {
  /** The dialect of the Markdown, and the sign that says so. */
  readonly dialect: FoundDialect
  readonly understood: readonly {
    /** The path of the value in the metadata: `authors[0].name.family`. */
    readonly path: string
    readonly value: unknown
    readonly source: Source
  }[]
  readonly ignored: readonly { readonly source: Source; readonly why: string }[]
}

export interface Source {
  /** The key as written in the file. */
  readonly key: string
  /** Path relative to the manuscript's folder. */
  readonly file: string
  readonly line?: number
}

export interface ExplainResult {
  /**
   * What was understood and what was ignored. Undefined if there is no manuscript; a message of `files` says
   * why.
   */
  readonly explanation: Explanation | undefined
  readonly files: readonly VFile[]
}

/**
 * Explains the metadata of a manuscript. `manuscript`: absolute path of its folder or Markdown file. `asked`:
 * the dialect to read. Default: the one that the manuscript's own signs name.
 */
export async function explain(manuscript: string, disk: Host, asked?: Dialect): Promise<ExplainResult> {
  const host = await guardManuscript(manuscript, disk)
  const { file, folder, root, isReadable } = await findManuscript(manuscript, host)
  if (!isReadable) return { explanation: undefined, files: [file] }
  const dialect = await findDialect({ file, folder, root, host, asked })
  const { account, files } = await readMetadata(file, folder, host)
  const sourceOf = (origin: (typeof account.ignored)[number]['origin']): Source => ({
    key: origin.key,
    file: relative(folder, origin.file.path ?? '') || '.',
    ...(origin.position && { line: origin.position.start.line }),
  })
  return {
    explanation: {
      dialect,
      understood: account.understood.map(({ path, value, origin }) => ({
        path: pathText(path),
        value,
        source: sourceOf(origin),
      })),
      ignored: account.ignored.map(({ origin, why }) => ({ source: sourceOf(origin), why })),
    },
    files: [file, ...files],
  }
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}
