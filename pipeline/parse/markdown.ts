/**
 * Markdown → mdast with Offprint's nodes (`pipeline/mdast.ts`), positions kept. The syntax is CommonMark,
 * GFM, and what scholars write after pandoc: citations, cross-references, notes, math, attributes, divs,
 * figures and table captions. Nothing is reported: what is no valid syntax is text.
 */
import type { PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { findFrontMatter } from './front-matter-region.ts'
import { movePositions } from './move-positions.ts'
import { normalize } from './normalize/index.ts'
import { shiftPosition } from './position.ts'
import { manuscriptSyntax } from './syntax/index.ts'

/** A single `~` is no deletion in a science where `H~2~O` is water. */
const gfm = { singleTilde: false }

const fragments = unified().use(remarkParse).use(remarkGfm, gfm).use(manuscriptSyntax).freeze()
const manuscripts = { '---': manuscriptParser('---'), '...': manuscriptParser('...') }

/** `close`: the line that ends the front matter. */
function manuscriptParser(close: string) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(remarkFrontmatter, [{ type: 'yaml', fence: { open: '---', close } }])
    .use(manuscriptSyntax)
    .freeze()
}

/** The constructs that begin a block, but for definitions, which leave nothing behind. */
const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'equation',
  'fencedDiv',
  'headingAtx',
  'htmlFlow',
  'list',
  'markedItem',
  'setextUnderline',
  'table',
  'thematicBreak',
]

const htmlBlocks = fragments().use(disable, ['htmlFlow']).freeze()
const htmlPhrases = fragments().use(disable, blocks).freeze()

function disable(this: Processor, constructs: string[]): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: constructs } }]
}

/** The whole manuscript. Its front matter is the first node, of type `yaml`. */
export function parseMarkdown(file: VFile): Root {
  const text = String(file)
  const region = findFrontMatter(text)
  if (!region || region.start.offset === 0) {
    const tree = manuscripts[region?.close ?? '---'].parse(file)
    normalizeText(tree, text)
    return tree
  }
  // The parser looks for front matter in the first line.
  const rest = text.slice(region.start.offset)
  const tree = manuscripts[region.close].parse(rest)
  normalizeText(tree, rest)
  movePositions(tree, position => shiftPosition(position, region.start))
  return tree
}

function normalizeText(tree: Root, source: string): void {
  normalize(tree, { source, phrases: parsePhrases, blocks: parseBlocks })
}

/** Markdown that stands in the front matter of `file`, at `at`: a title, an abstract. */
export function parseFragment(text: string, _file: VFile, at: Point): Root {
  return parseAt(text, at)
}

function parseBlocks(text: string, at: Point): Root['children'] {
  return parseAt(text, at).children
}

function parseAt(text: string, at: Point): Root {
  const tree = fragments.parse(text)
  normalizeText(tree, text)
  movePositions(tree, position => shiftPosition(position, at))
  return tree
}

/** Markdown between tags: `phrases` for the content of one paragraph, without blocks. */
export function parseBetweenTags(text: string, kind: 'blocks' | 'phrases'): Root {
  const tree = (kind === 'blocks' ? htmlBlocks : htmlPhrases).parse(text)
  normalizeText(tree, text)
  return tree
}

/** The words of a caption or a value; what is no phrase, as a list, gives its text. Positions are its own. */
export function parsePhrases(text: string): PhrasingContent[] {
  const tree = fragments.parse(text)
  normalizeText(tree, text)
  return tree.children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [{ type: 'text', value: plainText(node) }],
  )
}
