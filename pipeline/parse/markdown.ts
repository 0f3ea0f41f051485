/**
 * Markdown → mdast with Offprint's nodes (`pipeline/mdast.ts`), positions kept. The syntax is CommonMark,
 * GFM, and what scholars write after pandoc: citations, cross-references, notes, math, attributes, divs,
 * figures and table captions; and the LaTeX that they put between (`latex/`). Nothing is reported: what is
 * no valid syntax is text.
 */
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { latexLines, readLatex } from './latex/index.ts'
import { normalize } from './normalize/index.ts'
import { placeTree } from './place-tree.ts'
import { shiftPosition } from './position.ts'
import { manuscriptSyntax } from './syntax/index.ts'
import { blocks } from './syntax/plain-phrase.ts'

/** A single `~` is no deletion in a science where `H~2~O` is water. */
const gfm = { singleTilde: false }

/** The whole manuscript. Its front matter is the first node, of type `yaml`. */
export function parseMarkdown(file: VFile): Root {
  const source = String(file)
  const tree = parserOf(source).use(remarkFrontmatter).parse(file)
  finish(tree, source)
  return tree
}

/** Markdown that stands in the front matter of `file`, at `at`: a title, an abstract. */
export function parseFragment(text: string, _file: VFile, at: Point): Root {
  const tree = parserOf(text).parse(text)
  finish(tree, text)
  placeTree(tree, position => shiftPosition(position, at))
  return tree
}

function finish(tree: Root, source: string): void {
  readLatex(tree, { source, parse: parsePiece })
  normalize(tree)
}

/**
 * Text inside a command or an environment: a part of a paragraph begins no block; and LaTeX indents as it
 * likes, so that there is no indented code.
 */
function parsePiece(text: string, kind: 'phrases' | 'blocks'): Root {
  if (kind === 'phrases') return phrases.parse(text)
  return withoutConstructs(['codeIndented'], latexLines(text)).parse(text)
}

const phrases = withoutConstructs(
  [...blocks, 'table', 'fencedDiv', 'equation', 'latexBlock'],
  new Map(),
).freeze()

function withoutConstructs(names: readonly string[], lines: ReadonlyMap<number, number>) {
  const parser = unified().use(remarkParse).use(remarkGfm, gfm).use(manuscriptSyntax, { latexLines: lines })
  return parser.use(function disable() {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: [...names] } }]
  })
}

function parserOf(source: string) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(manuscriptSyntax, { latexLines: latexLines(source) })
}
