/**
 * Stage 1: the files of a manuscript → `Manuscript`. What the author said, typed, with positions; nothing
 * is computed. Mistakes become messages on the files they stand in.
 */
import type { Root, Yaml } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { readBibliographies } from '../bibliography/read/index.ts'
import type { Host } from '../host/index.ts'
import type { Manuscript } from '../model/article.ts'
import { reportFatal } from '../model/diagnostics.ts'
import { readFrontMatter } from './front-matter/index.ts'
import { parseMarkdown } from './markdown/index.ts'
import { findCellOutputs } from './passes/cell-outputs.ts'
import { readFrontTexts } from './passes/front-texts.ts'
import { placeIncludedImages } from './passes/included-images.ts'
import { placeParts } from './passes/page-parts.ts'
import { readMarkup } from './passes/read-markup.ts'
import { readShortcodes, shortcodeValues } from './passes/shortcodes.ts'
import { substitute } from './passes/substitutions.ts'
import { placeUncited } from './passes/uncited.ts'
import { assemble } from './source/assemble/index.ts'

export { readBibliographies } from '../bibliography/read/index.ts'
export { readMetadata } from './front-matter/read-metadata.ts'
export { type FoundArticles, findArticles } from './source/find-articles.ts'
export { findManuscript } from './source/find-manuscript.ts'

export interface ParseInput {
  /** The text of the manuscript, or of its first part, already read as UTF-8. */
  readonly file: VFile
  /** The parts after it, in order. */
  readonly parts?: readonly VFile[]
  /** The title of the whole stands in a project's settings. */
  readonly isTitled?: boolean
  readonly folder: string
  /** The folder that files may be read from; `folder` where it is not given. */
  readonly root?: string
  readonly slug: string
  readonly host: Host
}

/** Undefined, with a fatal message on `file`, where there is nothing to print. */
export async function parse(input: ParseInput): Promise<Manuscript | undefined> {
  const { folder, slug, host, root = folder } = input
  const { file, sources } = await assemble({ ...input, root })
  const tree = parseMarkdown(file)
  const [first, ...rest] = tree.children
  const yaml = first?.type === 'yaml' ? first : undefined
  const body: Root = { ...tree, children: yaml ? rest : tree.children }
  await placeIncludedImages(body, file, folder, host)
  await findCellOutputs(body, { file, folder, host })
  const values = await shortcodeValues({
    source: String(file),
    frontMatter: yaml?.value ?? '',
    root,
    host,
  })
  const frontMatter = await readFrontMatter({ file, yaml, folder, host })
  substitute(body, frontMatter, file)
  readShortcodes(body, file, values)
  readMarkup(body, file)
  const writtenAbstract = placeParts(body)
  if (body.children.length === 0 && frontMatter.metadata.abstract === undefined && !writtenAbstract) {
    return reportFatal(file, 'manuscript-empty', {
      reason: 'Unexpected end of the manuscript, expected text after the front matter',
      place: endOf(yaml),
      note: 'Write the article below the front matter, in Markdown.',
    })
  }
  placeUncited(body, frontMatter)
  const { metadata, placeOf, folders, files } = frontMatter
  const bibliography = await readBibliographies({ file, folder, metadata, placeOf, folders, host })
  const frontTexts = readFrontTexts(frontMatter, values)
  return {
    file,
    folder,
    root,
    slug,
    metadata,
    placeOf,
    ...frontTexts,
    abstract: [...frontTexts.abstract, ...(writtenAbstract ?? [])],
    body,
    references: bibliography.references,
    referenceSources: bibliography.sources,
    referenceAliases: bibliography.aliases,
    files: [...sources, ...files, ...bibliography.files],
  }
}

function endOf(yaml: Yaml | undefined): Point {
  return yaml?.position?.end ?? { line: 1, column: 1 }
}
