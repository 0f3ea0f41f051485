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
import { type ReadSettings, type SettingKey, settingsOf } from './settings/read-settings.ts'

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
  /** The options that an offprint.yml gives; paths are absolute. */
  readonly options: readonly { readonly option: string; readonly value: unknown; readonly source: Source }[]
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
  const read = await settingsOf(manuscript, disk)
  const { settings = {} } = read ?? {}
  const found = await findDialect({ file, folder, root, host, asked: asked ?? settings.dialect })
  const isOption = asked === undefined && settings.dialect !== undefined
  const dialect = isOption ? { ...found, reason: 'offprint.yml says so' } : found
  const { account, files } = await readMetadata(file, folder, host)
  const sourceOf = (origin: (typeof account.ignored)[number]['origin']): Source => ({
    key: origin.key,
    file: relative(folder, origin.file.path ?? '') || '.',
    ...(origin.position && { line: origin.position.start.line }),
  })
  const isReplaced = (path: readonly (string | number)[]) =>
    replacing.some(key => path[0] === key && settings[key] !== undefined)
  const replaced = account.understood.filter(({ path }) => isReplaced(path))
  return {
    explanation: {
      dialect,
      understood: account.understood
        .filter(({ path }) => !isReplaced(path))
        .map(({ path, value, origin }) => ({ path: pathText(path), value, source: sourceOf(origin) })),
      ignored: [
        ...replaced.map(({ origin }) => ({ source: sourceOf(origin), why: 'offprint.yml goes before it' })),
        ...account.ignored.map(({ origin, why }) => ({ source: sourceOf(origin), why })),
      ],
      options: read ? optionsIn(read, folder) : [],
    },
    files: [...(read ? [read.file] : []), file, ...files],
  }
}

/** The options that replace what the front matter says under the same key. */
const replacing = ['style', 'csl', 'dialect'] as const

function optionsIn({ settings, file, placeOf }: ReadSettings, folder: string): Explanation['options'] {
  return Object.entries(settings).map(([option, value]) => {
    // The cast is safe: the schema has no other keys.
    const line = placeOf(option as SettingKey)?.start.line
    return {
      option,
      value,
      source: { key: option, file: relative(folder, file.path) || '.', ...(line !== undefined && { line }) },
    }
  })
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}
