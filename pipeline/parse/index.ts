/**
 * Stage 1: the files of a manuscript → `Manuscript`. What the author said, typed, with positions; nothing
 * is computed. Mistakes become messages on the files they stand in.
 */
import type { PhrasingContent, Root, Yaml } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Manuscript } from '../article.ts'
import { reportFatal } from '../diagnostics.ts'
import type { Host } from '../host/index.ts'
import { markAbbreviations } from './abbreviations.ts'
import { readBibliographies } from './bibliography.ts'
import { citeByDoi } from './cite-by-doi.ts'
import { readFrontMatter } from './front-matter.ts'
import { parseFragment, parseMarkdown } from './markdown.ts'
import { readNudges } from './nudges.ts'
import { placeParts } from './page-parts.ts'
import { dropRawCode } from './raw-code.ts'
import { readRawHtml } from './raw-html.ts'
import { substitute } from './substitutions.ts'
import { reportUnread } from './unread.ts'

export { findManuscript } from './find-manuscript.ts'

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
  const frontMatter = readFrontMatter(file, yaml)
  readRawHtml(body, file)
  dropRawCode(body, file)
  substitute(body, frontMatter, file)
  readNudges(body, file)
  reportUnread(body, file)
  markAbbreviations(body, frontMatter.metadata.abbreviations ?? {})
  const writtenAbstract = placeParts(body)
  if (body.children.length === 0 && frontMatter.metadata.abstract === undefined && !writtenAbstract) {
    return reportFatal(file, 'manuscript-empty', {
      reason: 'Unexpected end of the manuscript, expected text after the front matter',
      place: endOf(yaml),
      note: 'Write the article below the front matter, in Markdown.',
    })
  }
  const { metadata, placeOf } = frontMatter
  const bibliography = await readBibliographies({ file, folder, metadata, placeOf, host })
  const abstract: Root = { type: 'root', children: writtenAbstract ?? [] }
  for (const tree of [body, abstract]) citeByDoi(tree, bibliography.references, file)
  const fragment = (key: 'title' | 'abstract') => {
    const text = metadata[key]
    if (text === undefined) return []
    const tree = parseFragment(text, file, placeOf([key])?.start ?? { line: 1, column: 1 })
    readNudges(tree, file)
    reportUnread(tree, file)
    return tree.children
  }
  return {
    file,
    folder,
    slug,
    metadata,
    placeOf,
    title: fragment('title').flatMap((node): PhrasingContent[] =>
      node.type === 'paragraph' ? node.children : [{ type: 'text', value: plainText(node) }],
    ),
    abstract: [...fragment('abstract'), ...abstract.children],
    body,
    references: bibliography.references,
    files: [file, ...bibliography.files],
  }
}

function endOf(yaml: Yaml | undefined): Point {
  return yaml?.position?.end ?? { line: 1, column: 1 }
}
