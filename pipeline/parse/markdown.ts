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
import { unified } from 'unified'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { branchesOf } from './normalize/branches.ts'
import { normalize } from './normalize/index.ts'
import { shiftPosition } from './position.ts'
import { manuscriptSyntax } from './syntax/index.ts'

/** A single `~` is no deletion in a science where `H~2~O` is water. */
const gfm = { singleTilde: false }

const fragments = unified().use(remarkParse).use(remarkGfm, gfm).use(manuscriptSyntax).freeze()
const manuscripts = unified()
  .use(remarkParse)
  .use(remarkGfm, gfm)
  .use(remarkFrontmatter)
  .use(manuscriptSyntax)
  .freeze()

/** The whole manuscript. Its front matter is the first node, of type `yaml`. */
export function parseMarkdown(file: VFile): Root {
  const tree = manuscripts.parse(file)
  normalizeText(tree, String(file))
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
  shift(tree, at)
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

function shift(tree: Root, at: Point): void {
  if (tree.position) tree.position = shiftPosition(tree.position, at)
  for (const { children } of branchesOf(tree)) {
    for (const child of children) {
      if (child.position) child.position = shiftPosition(child.position, at)
      if (child.type === 'citation') child.items = child.items.map(item => shiftItem(item, at))
      if (child.type === 'crossReference') child.items = child.items.map(item => shiftItem(item, at))
    }
  }
}

function shiftItem<T extends { position?: Root['position'] }>(item: T, at: Point): T {
  return item.position ? { ...item, position: shiftPosition(item.position, at) } : item
}
