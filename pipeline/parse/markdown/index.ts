/**
 * Markdown → mdast with Offprint's nodes (`pipeline/model/mdast.ts`) and positions. The syntax is CommonMark,
 * GFM, extensions of pandoc and MyST (`syntax/`), and LaTeX (`latex/`). Nothing is reported: text that is not
 * valid syntax stays text, and LaTeX that cannot be read becomes `unread`.
 */
import type { PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Dialect } from '../../model/dialect.ts'
import type { Attributes } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { findFrontMatter, frontMatterOf } from '../source/front-matter-region.ts'
import { findMetadataBlocks } from '../source/metadata-blocks.ts'
import { latexLines, readLatex } from './latex/index.ts'
import { normalize } from './normalize/index.ts'
import { disabledInPhrases } from './syntax/block-constructs.ts'
import { takeDefinitionAttributes } from './syntax/definition-attributes.ts'
import { manuscriptSyntax } from './syntax/index.ts'
import { attributesOf } from './tree/attributes.ts'
import { limitDepth } from './tree/limit-depth.ts'
import { limitMarkup, restoreMarks } from './tree/limit-markup.ts'
import { placeTree } from './tree/place-tree.ts'
import { shiftPosition } from './tree/position.ts'

/** A single `~` marks a subscript, as in `H~2~O`, and not a deletion. */
const gfm = { singleTilde: false }

/** Parses the whole manuscript. The front matter is the first node, of type `yaml`. */
export function parseMarkdown(file: VFile): Root {
  const { rest: text } = findMetadataBlocks(String(file))
  const region = findFrontMatter(text)
  // The parser finds front matter only if it begins in the first line.
  const start = region?.start ?? { line: 1, column: 1, offset: 0 }
  const source = text.slice(start.offset)
  const fence = { open: '---', close: region?.close ?? '---' }
  const { dialect } = file.data
  const { rest, attributes } = takeDefinitionAttributes(source)
  const parser = parserOf(source, { dialect }).use(remarkFrontmatter, [{ type: 'yaml', fence }])
  const tree = parseLimited(parser, rest)
  if (attributes.size > 0) giveAttributes(tree, attributes)
  markIncludedCode(tree, file, start.line)
  finish(tree, source, { dialect, frontMatter: frontMatterOf(source) })
  if (start.offset > 0) placeTree(tree, position => shiftPosition(position, start))
  return tree
}

/** Gives each definition of a link the attributes on its line, which `resolveDefinitions` hands on. */
function giveAttributes(tree: Root, attributes: ReadonlyMap<number, Attributes>): void {
  visit(tree, 'definition', node => {
    const found = attributes.get(node.position?.start.line ?? 0)
    if (found) node.data = { ...node.data, attributes: found }
  })
}

/**
 * Gives code that is an included file the language and the attributes that the include names (`literal` in
 * `model/line-map.ts`). `firstLine`: the line of the file on which the parsed text begins.
 */
function markIncludedCode(tree: Root, { data: { lines = [] } }: VFile, firstLine: number): void {
  if (!lines.some(({ literal }) => literal)) return
  visit(tree, 'code', code => {
    const { literal } = lines[(code.position?.start.line ?? 0) + firstLine - 2] ?? {}
    if (!literal) return
    const { language = null, id, classes, caption } = literal
    code.lang = language
    code.data = {
      ...code.data,
      attributes: attributesOf(id, classes, caption === undefined ? {} : { caption }),
    }
  })
}

/** Parses Markdown in the front matter of `file`, such as a title or an abstract, which begins at `at`. */
export function parseFragment(text: string, file: VFile, at: Point): Root {
  return parseAt(text, at, { dialect: file.data.dialect, frontMatter: frontMatterOf(String(file)) })
}

/** What is known about a text from the manuscript that contains it. */
interface TextContext {
  /** Default: `commonmark`. */
  readonly dialect?: Dialect | undefined
  readonly frontMatter?: string
}

/** Parses a text that begins at `at`. */
function parseAt(text: string, at: Point, context: TextContext): Root {
  const tree = parseAlone(text, context)
  placeTree(tree, position => shiftPosition(position, at))
  return tree
}

/** Parses a text. Positions refer to the text alone. */
function parseAlone(text: string, context: TextContext): Root {
  const tree = parseLimited(parserOf(text, context), text)
  finish(tree, text, context)
  return tree
}

/**
 * Parses the text of a caption or a value. No block can begin in it: `1) First` is not a list. Positions
 * refer to the text alone.
 */
export function parsePhrases(text: string, dialect?: Dialect): PhrasingContent[] {
  const tree = parseLimited(parserOf(text, { dialect, without: disabledInPhrases }), text)
  finish(tree, text, { dialect })
  return tree.children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [{ type: 'text', value: plainText(node) }],
  )
}

/** Parses Markdown between HTML tags, with blocks or as the content of one paragraph. */
export function parseBetweenTags(text: string, kind: 'blocks' | 'phrases', dialect?: Dialect): Root {
  // Definitions are allowed, as `html/markdown-between.ts` adds those of the manuscript after the text.
  const isDefinition = (name: string) => name === 'definition' || name === 'gfmFootnoteDefinition'
  const unwanted = kind === 'blocks' ? ['htmlFlow'] : disabledInPhrases.filter(name => !isDefinition(name))
  const tree = parseLimited(parserOf(text, { dialect, without: unwanted }), text)
  finish(tree, text, { dialect })
  return tree
}

/**
 * Parses text inside a command or an environment of LaTeX. `phrases`: no block can begin in it. `blocks`: an
 * indent does not mean code, as in LaTeX an indent means nothing.
 */
function parseInLatex(text: string, kind: 'phrases' | 'blocks', dialect?: Dialect): Root {
  const unwanted = kind === 'phrases' ? disabledInPhrases : ['codeIndented']
  return parseLimited(parserOf(text, { dialect, without: unwanted }), text)
}

/** Reads the LaTeX of a parsed tree and normalises the tree, in place. */
function finish(tree: Root, source: string, { dialect, frontMatter = '' }: TextContext): void {
  readLatex(tree, { source, parse: (text, kind) => parseInLatex(text, kind, dialect), frontMatter })
  normalize(tree, {
    source,
    phrases: text => parsePhrases(text, dialect),
    blocks: (text, at) => parseAt(text, at, { dialect }).children,
  })
}

interface ParserOptions {
  readonly dialect?: Dialect | undefined
  /** Names of constructs that are turned off. */
  readonly without?: readonly string[]
}

/** Parses a text within the limits of markup; what is beyond them is text. */
function parseLimited(parser: { parse(text: string): Root }, source: string): Root {
  const { text, standIns } = limitMarkup(source)
  const tree = parser.parse(text)
  if (standIns) restoreMarks(tree, standIns)
  limitDepth(tree, source)
  return tree
}

/** A parser for the text `source`. */
function parserOf(source: string, { dialect = 'commonmark', without = [] }: ParserOptions) {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(manuscriptSyntax, { latexLines: latexLines(source), dialect })
  if (without.length === 0) return parser
  return parser.use(function disable() {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: [...without] } }]
  })
}
