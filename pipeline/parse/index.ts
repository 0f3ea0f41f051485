/**
 * Stage 1: the files of a manuscript → `Manuscript`. What the author said, typed, with positions; nothing
 * is computed. Mistakes become messages on the files they stand in.
 */
import type { Root, Yaml } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Manuscript } from '../article.ts'
import { reportFatal } from '../diagnostics.ts'
import type { Host } from '../host/index.ts'
import { readBibliographies } from './bibliography.ts'
import { readFrontMatter } from './front-matter/index.ts'
import { readFrontTexts } from './front-texts.ts'
import { parseMarkdown } from './markdown.ts'
import { readMarkup } from './read-markup.ts'

export { findManuscript } from './find-manuscript.ts'
export { readMetadata } from './read-metadata.ts'

export interface ParseInput {
  /** The text of the manuscript, already read as UTF-8. */
  readonly file: VFile
  readonly folder: string
  readonly slug: string
  readonly host: Host
}

/** Undefined, with a fatal message on `file`, where there is nothing to print. */
export async function parse({ file, folder, slug, host }: ParseInput): Promise<Manuscript | undefined> {
  const tree = parseMarkdown(file)
  const [first, ...rest] = tree.children
  const yaml = first?.type === 'yaml' ? first : undefined
  const body: Root = { ...tree, children: yaml ? rest : tree.children }
  readMarkup(body, file)
  const frontMatter = await readFrontMatter({ file, yaml, folder, host })
  if (body.children.length === 0 && frontMatter.metadata.abstract === undefined) {
    return reportFatal(file, 'manuscript-empty', {
      reason: 'Unexpected end of the manuscript, expected text after the front matter',
      place: endOf(yaml),
      note: 'Write the article below the front matter, in Markdown.',
    })
  }
  const { metadata, placeOf, folders, files } = frontMatter
  const bibliography = await readBibliographies({ file, folder, metadata, placeOf, folders, host })
  return {
    file,
    folder,
    slug,
    metadata,
    placeOf,
    ...readFrontTexts(frontMatter),
    body,
    references: bibliography.references,
    files: [file, ...files, ...bibliography.files],
  }
}

function endOf(yaml: Yaml | undefined): Point {
  return yaml?.position?.end ?? { line: 1, column: 1 }
}
