/**
 * The files of an article that is split into several, in order, by the conventions of four tools: Manubot's
 * `content/`, bookdown's `_bookdown.yml`, Quarto's `_quarto.yml`, MyST's `myst.yml`. Only the order of the
 * files is read here; other settings are read in `pipeline/parse/front-matter/project-files.ts`.
 */

import { z } from 'zod'
import type { Host } from '../../../host/index.ts'
import { join } from '../../../host/paths.ts'
import { readYaml } from '../../../values/yaml-source.ts'
import { isTextName, manuscriptNames, preferredName, stemOf } from './text-files.ts'

export interface Project {
  /** The folder that `names` are relative to, absolute. */
  readonly folder: string
  readonly names: readonly string[]
  /**
   * True if the settings contain the article's title. Then the title in the first file is the title of a
   * section.
   */
  readonly isTitled: boolean
}

type Finder = (folder: string, names: readonly string[], host: Host) => Promise<Project | undefined>

/** Finds the files of a project. Undefined if the folder follows none of the conventions. */
export async function findProject(
  folder: string,
  names: readonly string[],
  host: Host,
): Promise<Project | undefined> {
  for (const find of [manubot, bookdown, quarto, myst]) {
    const project = await find(folder, names, host)
    if (project && project.names.length > 0) return project
  }
  return undefined
}

const settings = ['myst.yml', '_quarto.yml', '_bookdown.yml'] as const

/**
 * The nearest folder at or above `folder` that holds a project's settings; `folder` itself if there is none.
 */
export async function findRoot(folder: string, host: Host): Promise<string> {
  let path = folder
  for (let step = 0; step < 4 && path.lastIndexOf('/') > 0; step++) {
    const names = (await host.list(path)) ?? []
    if (settings.some(name => names.includes(name))) return path
    path = path.slice(0, path.lastIndexOf('/'))
  }
  return folder
}

/** Manubot: `00.front-matter.md`, `01.abstract.md`, … beside `metadata.yaml`. */
const manubot: Finder = async (folder, names, host) => {
  if (names.includes('content/') && !names.includes('metadata.yaml')) {
    const content = join(folder, 'content')
    return await manubot(content, (await host.list(content)) ?? [], host)
  }
  if (!names.includes('metadata.yaml') && !names.includes('metadata.yml')) return undefined
  return { folder, names: names.filter(name => /^\d+\..*\.md$/.test(name)), isTitled: true }
}

const bookdownSettings = z.object({
  rmd_files: z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))]).optional(),
})

/** bookdown: the files in `rmd_files`; without such a list `index.Rmd`, then the others by name. */
const bookdown: Finder = async (folder, names, host) => {
  const value = await readSettings(folder, '_bookdown.yml', names, host)
  if (value === undefined) return undefined
  const list = bookdownSettings.safeParse(value).data?.rmd_files
  const [listed = []] = list === undefined ? [] : Array.isArray(list) ? [list] : Object.values(list)
  const others = manuscriptNames(names).filter(name => /\.rmd$/i.test(name))
  const isIndex = (name: string) => stemOf(name).toLowerCase() === 'index'
  const ordered = [...others.filter(isIndex), ...others.filter(name => !isIndex(name))]
  return { folder, names: listed.length > 0 ? listed.filter(isTextName) : ordered, isTitled: false }
}

interface Chapter {
  readonly part?: string | undefined
  readonly chapters?: readonly (string | Chapter)[] | undefined
}
const chapter: z.ZodType<string | Chapter> = z.lazy(() =>
  z.union([z.string(), z.object({ part: z.string().optional(), chapters: z.array(chapter).optional() })]),
)
const quartoSettings = z.object({
  manuscript: z.object({ article: z.string().optional() }).optional(),
  book: z.object({ title: z.string().optional(), chapters: z.array(chapter).optional() }).optional(),
})

const quarto: Finder = async (folder, names, host) => {
  const value = await readSettings(folder, '_quarto.yml', names, host)
  const { manuscript, book } = quartoSettings.safeParse(value).data ?? {}
  if (manuscript?.article !== undefined) return { folder, names: [manuscript.article], isTitled: false }
  const files = (book?.chapters ?? []).flatMap(chapterFiles).filter(isTextName)
  return { folder, names: files, isTitled: book?.title !== undefined }
}

function chapterFiles(chapter: string | Chapter): readonly string[] {
  if (typeof chapter === 'string') return [chapter]
  const { part, chapters = [] } = chapter
  return [...(part !== undefined ? [part] : []), ...chapters.flatMap(chapterFiles)]
}

interface Entry {
  readonly file?: string | undefined
  readonly children?: readonly Entry[] | undefined
}
const entry: z.ZodType<Entry> = z.lazy(() =>
  z.object({ file: z.string().optional(), children: z.array(entry).optional() }),
)
const mystSettings = z.object({
  project: z
    .object({
      title: z.string().optional(),
      toc: z.array(entry).optional(),
      exclude: z.union([z.string().transform(name => [name]), z.array(z.string())]).optional(),
    })
    .optional(),
})

/**
 * MyST: the files in `toc`. Without this key all files by name, unless one of them has the name of an
 * article.
 */
const myst: Finder = async (folder, names, host) => {
  const value = await readSettings(folder, 'myst.yml', names, host)
  if (value === undefined) return undefined
  const { project } = mystSettings.safeParse(value).data ?? {}
  const isTitled = project?.title !== undefined
  const listed = (project?.toc ?? []).flatMap(entryFiles).filter(isTextName)
  if (listed.length > 0) return { folder, names: listed, isTitled: isTitled && listed.length > 1 }
  const others = manuscriptNames(names).filter(name => !project?.exclude?.includes(name))
  if (others.length < 2 || preferredName(others) !== undefined) return undefined
  return { folder, names: others, isTitled }
}

function entryFiles({ file, children = [] }: Entry): readonly string[] {
  return [...(file === undefined ? [] : [file]), ...children.flatMap(entryFiles)]
}

async function readSettings(
  folder: string,
  name: string,
  names: readonly string[],
  host: Host,
): Promise<unknown> {
  const bytes = names.includes(name) ? await host.read(join(folder, name)) : undefined
  return bytes && (readYaml(new TextDecoder().decode(bytes), { line: 1, column: 1 }).value ?? {})
}
