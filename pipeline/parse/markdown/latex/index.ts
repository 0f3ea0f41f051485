/**
 * The LaTeX of a manuscript → nodes: each `latex` of the tree, and the raw blocks and spans that pandoc
 * marks as such (`{=latex}`). The text inside is read by the parser again, at its place. What cannot be read
 * becomes `unread`.
 */
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Latex } from '../../../model/mdast.ts'
import { isBlock } from '../../../model/node-kinds.ts'
import { readCall } from '../latex-grammar/call.ts'
import { PlacedText } from '../latex-grammar/placed-text.ts'
import { signatureOf } from '../latex-grammar/signatures.ts'
import { type Branch, branchesOf, isBlank } from '../tree/branches.ts'
import { placeTree } from '../tree/place-tree.ts'
import { atPosition } from '../tree/position.ts'
import { readCommand, readGroup, takesSpace, unreadCommand } from './commands.ts'
import { type Definitions, preambleDefinitions, theoremsIn } from './definitions.ts'
import { readEnvironment } from './environments.ts'
import { readEquation } from './equations.ts'
import { takeDefinitions } from './formula-definitions.ts'
import { acronymsIn } from './glossary.ts'
import { isRawMark, mathOfCode, placedCode, rawInline } from './raw.ts'
import type { LatexReader } from './reader.ts'
import { crossReference, label } from './references.ts'
import { splitParagraph } from './split-paragraphs.ts'

export { latexLines } from '../latex-grammar/environment-pairs.ts'

interface LatexSource {
  /** The text whose positions the tree bears. */
  readonly source: string
  /** Reads a piece of it: the tree has positions within the piece. */
  readonly parse: (text: string, kind: 'phrases' | 'blocks') => Root
  /** The front matter, as text: LaTeX's preamble may stand in it. */
  readonly frontMatter?: string
}

/** No author nests deeper. */
const nestingLimit = 24
/** Of all macros of an article; one may multiply what another made. */
const expansionLimit = 2000

/** Changes the tree in place; the macros that it defines become its data. */
export function readLatex(tree: Root, from: LatexSource): void {
  const definitions = preambleDefinitions(from.frontMatter ?? '', name => signatureOf(name) !== '*')
  // An environment is read before the lines of text above it.
  for (const [name, theorem] of theoremsIn(from.source)) definitions.theorems.set(name, theorem)
  for (const [key, acronym] of acronymsIn(from.source)) definitions.acronyms.set(key, acronym)
  const budget = { expansions: expansionLimit }
  expand(tree, from, readerAt(0, definitions, budget, from))
  const defined = Array.from(definitions.macros, ([name, { meaning }]) => [`\\${name}`, meaning])
  if (defined.length > 0) tree.data = { ...tree.data, macros: Object.fromEntries(defined) }
}

function readerAt(
  depth: number,
  definitions: Definitions,
  budget: { expansions: number },
  from: LatexSource,
): LatexReader {
  const inside = (text: PlacedText, kind: 'phrases' | 'blocks'): RootContent[] => {
    const position = text.positionOf()
    if (text.isBlank) return text.text === '' ? [] : [{ type: 'text', value: ' ', position }]
    if (depth > nestingLimit)
      return [{ type: 'unread', value: text.text, what: 'LaTeX so deep', isBlock: false, position }]
    // Most arguments are a word or two.
    if (kind === 'phrases' && /^[\p{L}\p{N} ,-]*$/u.test(text.text))
      return [{ type: 'text', value: text.text, position }]
    const tree = from.parse(text.text, kind)
    const placed = placedLatex(tree, text)
    placeTree(tree, ({ start, end }) => text.positionOf(start.offset, end.offset))
    expand(tree, from, readerAt(depth + 1, definitions, budget, from), placed)
    return tree.children
  }
  return {
    ...definitions,
    phrases: text => phrasesOf(inside(text, 'phrases'), text),
    blocks: text => inside(text.trim(), 'blocks'),
    without(name) {
      if (budget.expansions-- <= 0) return undefined
      const macros = new Map([...definitions.macros].filter(([other]) => other !== name))
      return readerAt(depth + 1, { ...definitions, macros }, budget, from)
    },
  }
}

/** The LaTeX in a piece of text as pieces of that, where no marks of a quotation stand between its lines. */
function placedLatex(tree: Root, text: PlacedText): ReadonlyMap<Nodes, PlacedText> {
  const placed = new Map<Nodes, PlacedText>()
  for (const { children } of branchesOf(tree)) {
    for (const node of children) {
      if (node.type !== 'latex') continue
      const piece = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
      if (piece.text === node.value) placed.set(node, piece)
    }
  }
  return placed
}

/** Paragraphs as one run of phrases, with the white space at the ends that Markdown takes away. */
function phrasesOf(nodes: readonly RootContent[], { text }: PlacedText): PhrasingContent[] {
  const phrases = nodes.flatMap((node, index): Nodes[] => {
    const own: Nodes[] = node.type === 'paragraph' ? node.children : [node]
    return index > 0 ? [{ type: 'text', value: ' ', ...gap(nodes[index - 1], node) }, ...own] : own
  })
  const [first] = phrases
  const last = phrases.at(-1)
  if (first?.type === 'text' && /^\s/.test(text)) first.value = ` ${first.value.trimStart()}`
  if (last?.type === 'text' && /\s$/.test(text)) last.value = `${last.value.trimEnd()} `
  return phrases as PhrasingContent[] // the parser was told to make no blocks
}

function gap(before: Nodes | undefined, after: Nodes) {
  const start = before?.position?.end
  const end = after.position?.start
  return start && end ? { position: { start, end } } : {}
}

function expand(
  tree: Root,
  from: LatexSource,
  reader: LatexReader,
  placed: ReadonlyMap<Nodes, PlacedText> = new Map(),
): void {
  // Definitions count from where they stand, so that branches are read in the order of the text.
  for (const branch of branchesOf(tree)) {
    const children: Nodes[] = []
    for (const [index, child] of branch.children.entries()) {
      if (isRawMark(child) && branch.children[index - 1]?.type === 'inlineCode') continue
      const made = read(child, branch, index)
      const after = index + (isRawMark(branch.children[index + 1]) ? 2 : 1)
      if (made.length === 0) dropSpace(branch.children[after], children.at(-1))
      if (child.type === 'latex') tie(children.at(-1), made[0])
      children.push(...made)
    }
    branch.children = children
  }
  for (const branch of branchesOf(tree).toReversed())
    branch.children = branch.children.flatMap(splitParagraph)

  function read(node: Nodes, branch: Branch, index: number): readonly Nodes[] {
    if (node.type === 'latex')
      return fitting(
        readNode(
          node,
          placed.get(node) ?? PlacedText.of(node.value, node.lines),
          reader,
          branch.children[index + 1],
        ),
        branch,
        node,
        isInside(branch, index),
      )
    if (node.type === 'code' && /^\{=(?:la)?tex\}$/.test(`${node.lang ?? ''}${node.meta ?? ''}`.trim()))
      return reader.blocks(placedCode(node, from.source))
    if (node.type === 'code' && node.lang === 'math' && !node.meta) return [mathOfCode(node)]
    if (node.type === 'inlineCode') return rawInline(node, branch.children[index + 1], reader) ?? [node]
    if (node.type === 'equation' || node.type === 'inlineMath') {
      const isBare = takeDefinitions(node, reader)
      if (isBare) return []
    }
    if (node.type === 'equation') readEquation(node)
    return [node]
  }
}

/** Words stand before it and after it in its paragraph. */
function isInside({ children }: Branch, index: number): boolean {
  const isWord = (node: Nodes) => !isBlank(node) && node.type !== 'latex'
  return children.slice(0, index).some(isWord) && children.slice(index + 1).some(isWord)
}

/** Where nothing but phrases may stand, a block stays as it is written. */
function fitting(made: readonly Nodes[], branch: Branch, source: Latex, isInside: boolean): readonly Nodes[] {
  if (source.isBlock || !made.some(isBlock)) return made
  // A page does not end in the middle of a line.
  const isBreak = made.every(node => node.type === 'layoutBreak')
  if (branch.type === 'paragraph' && !(isBreak && isInside)) return made
  const { value, position } = source
  return [{ type: 'unread', value, what: 'LaTeX block in a line', isBlock: false, ...atPosition(position) }]
}

function readNode(
  node: Latex,
  text: PlacedText,
  reader: LatexReader,
  next: Nodes | undefined,
): readonly Nodes[] {
  const { value } = node
  if (/^\\[([]/.test(value)) return [formulaOf(text)]
  if (value.startsWith('{')) return readGroup(text, reader)
  if (value.startsWith('\\begin{') && value.endsWith('}') && /\\end\{[^{}]*\}$/.test(value))
    return readEnvironment(text, reader)
  const position = text.positionOf()
  const bookdown = /^\\@ref\(([^()]*)\)$/.exec(value)?.[1]
  // bookdown prints the number of an equation in its brackets.
  if (bookdown !== undefined)
    return (
      crossReference(
        text.slice(6, value.length - 1),
        { text, position },
        { form: 'equation', isNumberAlone: true },
      ) ?? []
    )
  if (value.startsWith('(\\#')) return label(text.slice(3, value.length - 1), { text, position }) ?? []
  const call = readCall(text, 0, signatureOf)
  if (!call) return [{ type: 'unread', value, what: 'LaTeX', isBlock: false, position }]
  if (takesSpace(call.name) && !value.endsWith('}') && next?.type === 'text')
    next.value = next.value.replace(/^ (?=\p{L})/u, '')
  return readCommand(call, reader) ?? [unreadCommand(call)]
}

/** `Figure~\ref{x}`: a tie in LaTeX, which Markdown does not know. */
function tie(before: Nodes | undefined, made: Nodes | undefined): void {
  if (before?.type !== 'text' || (made?.type !== 'crossReference' && made?.type !== 'citation')) return
  before.value = before.value.replace(/~$/, '\u00A0')
}

/** What leaves nothing leaves no second space either. */
function dropSpace(next: Nodes | undefined, before: Nodes | undefined): void {
  const isSpaced =
    before === undefined ||
    before.type === 'break' ||
    (before.type === 'text' && /(?:^|\s)$/.test(before.value))
  if (isSpaced && next?.type === 'text') next.value = next.value.trimStart()
}

function formulaOf(text: PlacedText): Nodes {
  const value = text.text.slice(2, -2)
  const position = text.positionOf()
  if (text.text.startsWith('\\('))
    return { type: 'inlineMath', value: value.replace(/\s*\n\s*/g, ' ').trim(), position }
  const equation: Nodes = { type: 'equation', value: value.trim(), position }
  readEquation(equation)
  return equation
}
