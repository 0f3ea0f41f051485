/**
 * `offprint explain`: what was understood of the metadata of a manuscript, the key and line that each value came
 * from, and what was left aside and why. As data; `commands/explain-table.ts` sets it as text.
 */
import { relative } from 'node:path'
import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { findManuscript, readMetadata } from '../parse/index.ts'

export interface Explanation {
  readonly understood: readonly {
    /** `authors[0].name.family` */
    readonly path: string
    readonly value: unknown
    readonly source: Source
  }[]
  readonly ignored: readonly { readonly source: Source; readonly why: string }[]
}

export interface Source {
  /** As written. */
  readonly key: string
  /** Relative to the manuscript's folder. */
  readonly file: string
  readonly line?: number
}

export interface ExplainResult {
  /** Undefined where there is no manuscript; a message of `files` says why. */
  readonly explanation: Explanation | undefined
  readonly files: readonly VFile[]
}

/** `path`: absolute, as for `build`. */
export async function explain(path: string, host: Host): Promise<ExplainResult> {
  const { file, folder, isReadable } = await findManuscript(path, host)
  if (!isReadable) return { explanation: undefined, files: [file] }
  const { account, files } = await readMetadata(file, folder, host)
  const sourceOf = (origin: (typeof account.ignored)[number]['origin']): Source => ({
    key: origin.key,
    file: relative(folder, origin.file.path ?? '') || '.',
    ...(origin.position && { line: origin.position.start.line }),
  })
  return {
    explanation: {
      understood: account.understood.map(one => ({
        path: pathText(one.path),
        value: one.value,
        source: sourceOf(one.origin),
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
