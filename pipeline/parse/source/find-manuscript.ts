/**
 * A path on the command line → the manuscript's files, its folder and the base name of its outputs. The base
 * name is that of the file, or of its folder if the file has a general name such as `article.md`.
 */

import { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { basename, dirname, join, relative, slashed } from '../../host/paths.ts'
import { report, reportFatal } from '../../model/diagnostics.ts'
import { reportRefusal } from '../../model/refusals.ts'
import { decodeUtf8 } from '../../model/utf8-text.ts'
import { findProject, findRoot, type Project } from './assemble/project.ts'
import { generalNames, manuscriptNames, preferredName, stemOf } from './assemble/text-files.ts'
import { isOtherFormat, reportOtherFormat } from './other-formats.ts'

export interface FoundManuscript {
  /** The article, or its first part. */
  readonly file: VFile
  /** The parts after `file`, in order. */
  readonly parts: readonly VFile[]
  /**
   * True if the project's settings contain the article's title. Then the title in the first file is the title
   * of a section.
   */
  readonly isTitled: boolean
  readonly folder: string
  /** The folder of the project, at or above `folder`; nothing outside it is read. */
  readonly root: string
  readonly slug: string
  /** False if there is nothing to read. A fatal message on `file` then says why. */
  readonly isReadable: boolean
  /**
   * True if the folder does not contain an article in any format, not even in a format that Offprint cannot
   * read.
   */
  readonly isEmpty?: boolean
}

/** Folders to search if the repository's top folder holds no article. */
const usualFolders = ['paper', 'manuscript', 'article', 'content']

/** Finds the manuscript. `asked`: an absolute path, a Markdown file or a folder that holds one. */
export async function findManuscript(asked: string, host: Host): Promise<FoundManuscript> {
  const path = slashed(asked)
  const names = await host.list(path)
  if (names) return await findInFolder(path, names, host)
  return await readManuscript(path, host)
}

async function findInFolder(folder: string, names: readonly string[], host: Host): Promise<FoundManuscript> {
  const project = await findProject(folder, names, host)
  if (project) return await readProject(folder, project, host)
  const others = manuscriptNames(names)
  const [only, second] = others
  const name = preferredName(others) ?? (second === undefined ? only : undefined)
  if (name !== undefined) return await readManuscript(join(folder, name), host)
  if (only === undefined) {
    const inner = usualFolders.find(name => names.includes(`${name}/`))
    const innerNames = inner === undefined ? undefined : await host.list(join(folder, inner))
    if (inner !== undefined && innerNames && manuscriptNames(innerNames).length > 0)
      return await findInFolder(join(folder, inner), innerNames, host)
  }
  const file = new VFile({ path: folder })
  const other = names.find(isOtherFormat)
  if (only === undefined && other !== undefined) reportOtherFormat(file, other)
  else if (only === undefined) {
    reportFatal(file, 'manuscript-missing', {
      reason: 'Missing manuscript: the folder holds no Markdown file',
      expected: ['article.md'],
      note: 'Put the text into article.md, or name its file on the command line.',
    })
  } else {
    reportFatal(file, 'manuscript-ambiguous', {
      reason: `Unexpected choice of ${others.join(', ')}, expected one manuscript`,
      note: 'Name the file on the command line, or call it article.md.',
    })
  }
  const slug = basename(folder)
  const isEmpty = only === undefined && other === undefined
  return { file, parts: [], isTitled: false, folder, root: folder, slug, isReadable: false, isEmpty }
}

async function readProject(asked: string, project: Project, host: Host): Promise<FoundManuscript> {
  const paths = project.names.map(name => join(project.folder, name))
  const [first = '', ...others] = paths
  const manuscript = await readManuscript(first, host)
  const parts = await Promise.all(others.map(path => readPart(path, project.folder, manuscript.file, host)))
  const isNamedByFolder = others.length > 0 || generalNames.includes(stemOf(first).toLowerCase())
  return {
    ...manuscript,
    parts: parts.filter(part => part !== undefined),
    isTitled: project.isTitled,
    root: project.folder,
    ...(isNamedByFolder && { slug: basename(asked) || 'article' }),
  }
}

/**
 * Reads a part of the manuscript. A missing part is reported at the beginning of the article; a part that is
 * not UTF-8 is read as empty.
 */
async function readPart(path: string, folder: string, first: VFile, host: Host): Promise<VFile | undefined> {
  const name = relative(folder, path)
  const isInside = path.startsWith(`${folder}/`)
  const bytes = isInside ? await host.read(path) : undefined
  const file = new VFile({ path })
  if (bytes) {
    decodeUtf8(file, bytes)
    return file
  }
  if (isInside && reportRefusal(host, path, { name, file: first })) return undefined
  report(first, isInside ? 'include-missing' : 'include-outside', {
    reason: isInside
      ? `Missing part \`${name}\` of the manuscript: there is no such file`
      : `Unexpected part \`${name}\` of the manuscript, expected a file in its folder`,
    note: 'The list of the files in the settings of the project names it.',
  })
  return undefined
}

async function readManuscript(path: string, host: Host): Promise<FoundManuscript> {
  const folder = dirname(path)
  const stem = stemOf(path)
  const slug = generalNames.includes(stem.toLowerCase()) ? basename(folder) || stem : stem
  const [text, root] = await Promise.all([readText(path, host), findRoot(folder, host)])
  return { ...text, parts: [], isTitled: false, folder, root, slug }
}

async function readText(path: string, host: Host): Promise<Pick<FoundManuscript, 'file' | 'isReadable'>> {
  const bytes = await host.read(path)
  if (bytes && isOtherFormat(path)) {
    const file = new VFile({ path })
    reportOtherFormat(file, path)
    return { file, isReadable: false }
  }
  const file = new VFile({ path, ...(bytes && { value: bytes }) })
  if (!bytes) {
    const refusal = host.refusal(path)
    reportFatal(file, 'manuscript-missing', {
      reason: `Missing manuscript: ${refusal?.reason ?? 'there is no such file or folder'}`,
      note: refusal?.note ?? 'Give the folder of the manuscript, or its Markdown file.',
    })
  }
  return { file, isReadable: bytes !== undefined && decodeUtf8(file, bytes) }
}
