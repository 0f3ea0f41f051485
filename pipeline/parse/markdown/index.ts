/**
 * Markdown → mdast with Offprint's nodes (`pipeline/model/mdast.ts`), positions kept. The syntax is
 * CommonMark, GFM, and the extensions of pandoc that scholars use: citations, cross-references, notes, math,
 * attributes, divs, figures and table captions; also the LaTeX between them (`latex/`). Nothing is reported:
 * text that is not valid syntax stays text.
 */
import type { PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { findFrontMatter, frontMatterOf } from '../source/front-matter-region.ts'
import { findMetadataBlocks } from '../source/metadata-blocks.ts'
import { latexLines, readLatex } from './latex/index.ts'
import { normalize } from './normalize/index.ts'
import { disabledInPhrases } from './syntax/block-constructs.ts'
import { manuscriptSyntax } from './syntax/index.ts'
import { placeTree } from './tree/place-tree.ts'
import { shiftPosition } from './tree/position.ts'

/** A single `~` is no deletion in a science where `H~2~O` is water. */
const gfm = { singleTilde: false }

/** The whole manuscript. Its front matter is the first node, of type `yaml`. */
export function parseMarkdown(file: VFile): Root {
  const { rest: text } = findMetadataBlocks(String(file))
  const region = findFrontMatter(text)
  // The parser looks for front matter in the first line.
  const start = region?.start ?? { line: 1, column: 1, offset: 0 }
  const source = text.slice(start.offset)
  const fence = { open: '---', close: region?.close ?? '---' }
  const tree = parserOf(source)
    .use(remarkFrontmatter, [{ type: 'yaml', fence }])
    .parse(source)
  finish(tree, source, frontMatterOf(source))
  if (start.offset > 0) placeTree(tree, position => shiftPosition(position, start))
  return tree
}

/** Markdown that stands in the front matter of `file`, at `at`: a title, an abstract. */
export function parseFragment(text: string, file: VFile, at: Point): Root {
  return parseAt(text, at, frontMatterOf(String(file)))
}

function parseAt(text: string, at: Point, frontMatter?: string): Root {
  const tree = parseAlone(text, frontMatter)
  placeTree(tree, position => shiftPosition(position, at))
  return tree
}

function parseAlone(text: string, frontMatter?: string): Root {
  const tree = parserOf(text).parse(text)
  finish(tree, text, frontMatter)
  return tree
}

/** The words of a caption or a value; what is no phrase, as a list, gives its text. Positions are its own. */
export function parsePhrases(text: string): PhrasingContent[] {
  return parseAlone(text).children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [{ type: 'text', value: plainText(node) }],
  )
}

/** Markdown between tags: `phrases` for the content of one paragraph, without blocks. */
export function parseBetweenTags(text: string, kind: 'blocks' | 'phrases'): Root {
  // Definitions leave nothing behind.
  const unwanted = kind === 'blocks' ? ['htmlFlow'] : disabledInPhrases.filter(name => name !== 'definition')
  const tree = parserOf(text, unwanted).parse(text)
  finish(tree, text)
  return tree
}

/**
 * Text inside a command or an environment: a part of a paragraph begins no block; and LaTeX indents as it
 * likes, so that there is no indented code.
 */
function parsePiece(text: string, kind: 'phrases' | 'blocks'): Root {
  return parserOf(text, kind === 'phrases' ? disabledInPhrases : ['codeIndented']).parse(text)
}

function finish(tree: Root, source: string, frontMatter = ''): void {
  readLatex(tree, { source, parse: parsePiece, frontMatter })
  normalize(tree, {
    source,
    phrases: parsePhrases,
    blocks: (text, at) => parseAt(text, at).children,
  })
}

/** `without`: names of constructs that the text cannot hold. */
function parserOf(source: string, without: readonly string[] = []) {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(manuscriptSyntax, { latexLines: latexLines(source) })
  if (without.length === 0) return parser
  return parser.use(function disable() {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: [...without] } }]
  })
}
