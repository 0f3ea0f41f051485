/**
 * The LaTeX of a manuscript → nodes: each `latex` node of the tree, and the raw code that pandoc marks with
 * `{=latex}`. The arguments of commands and the bodies of environments are parsed as Markdown again, with
 * positions in the manuscript. LaTeX that cannot be read becomes `unread`.
 */
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Latex } from '../../../model/mdast.ts'
import { isBlock } from '../../../model/node-kinds.ts'
import { readCall } from '../latex-grammar/call.ts'
import { PlacedText } from '../latex-grammar/placed-text.ts'
import { signatureOf } from '../latex-grammar/signatures.ts'
import { type Branch, branchesOf, isBlank, rootBranch } from '../tree/branches.ts'
import { placeTree } from '../tree/place-tree.ts'
import { atPosition } from '../tree/position.ts'
import { readCommand, readGroup, takesSpace, unreadCommand } from './commands.ts'
import { type Definitions, preambleDefinitions, theoremsIn } from './definitions.ts'
import { isEnvironment, readEnvironment } from './environments.ts'
import { readEquation } from './equations.ts'
import { takeDefinitions } from './formula-definitions.ts'
import { acronymsIn } from './glossary.ts'
import { formulaMacro } from './macro-table.ts'
import { endsWithSpace } from './macros.ts'
import { withLineBreaks } from './prose.ts'
import { isRawMark, mathOfCode, placedCode, rawInline } from './raw.ts'
import type { LatexReader } from './reader.ts'
import { crossReference, label } from './references.ts'
import { splitParagraph } from './split-paragraphs.ts'

export { latexLines } from '../latex-grammar/environment-pairs.ts'

interface LatexSource {
  /** The text that the positions of the tree refer to. */
  readonly source: string
  /** Parses a piece of the text. The positions of the result refer to the piece. */
  readonly parse: (text: string, kind: 'phrases' | 'blocks') => Root
  /** The YAML of the front matter, which can contain a preamble of LaTeX. */
  readonly frontMatter?: string
}

/** The greatest depth of nested arguments, bodies and macros that are read. Deeper LaTeX becomes `unread`. */
const nestingLimit = 24
/**
 * The greatest number of macros that are expanded in an article. Without a limit, macros that call other
 * macros twice would multiply.
 */
const expansionLimit = 2000

/**
 * Replaces the LaTeX of the tree by nodes, in place. Macros that the article defines are written to
 * `tree.data.macros`.
 */
export function readLatex(tree: Root, from: LatexSource): void {
  const definitions = preambleDefinitions(from.frontMatter ?? '', ({ type, name }) =>
    type === 'environment' ? isEnvironment(name) : signatureOf(name) !== '*',
  )
  // Theorem environments are looked for in the whole text first, because an environment can be read before a
  // line that is above it.
  for (const [name, theorem] of theoremsIn(from.source)) definitions.theorems.set(name, theorem)
  for (const [key, acronym] of acronymsIn(from.source)) definitions.acronyms.set(key, acronym)
  const budget = { expansions: expansionLimit, lastItem: 0 }
  expand(tree, from, readerAt(0, definitions, { budget, from, hidden: new Set(), isGroup: true }))
  const defined = Array.from(definitions.macros.forFormulas(), ([name, macro]) => [
    `\\${name}`,
    formulaMacro(macro),
  ])
  if (defined.length > 0) tree.data = { ...tree.data, macros: Object.fromEntries(defined) }
}

interface Reading {
  readonly budget: { expansions: number; lastItem: number }
  readonly from: LatexSource
  /** Macros that are being expanded. */
  readonly hidden: ReadonlySet<string>
  /** False if what the text defines holds after the text, too. */
  readonly isGroup: boolean
}

function readerAt(depth: number, definitions: Definitions, reading: Reading): LatexReader {
  const { budget, from, hidden, isGroup } = reading
  const nodesOf = (written: PlacedText, kind: 'phrases' | 'blocks'): RootContent[] => {
    const text = withLineBreaks(written)
    const position = text.positionOf()
    if (text.isBlank) return text.text === '' ? [] : [{ type: 'text', value: ' ', position }]
    if (depth > nestingLimit)
      return [{ type: 'unread', value: text.text, what: 'LaTeX so deep', isBlock: false, position }]
    // Most arguments are a word or two: these need no parser.
    if (kind === 'phrases' && /^[\p{L}\p{N} ,-]*$/u.test(text.text))
      return [{ type: 'text', value: text.text, position }]
    const tree = from.parse(text.text, kind)
    const latexTexts = textsOfLatex(tree, text)
    placeTree(tree, ({ start, end }) => text.positionOf(start.offset, end.offset))
    const inner = readerAt(depth + 1, definitions, { ...reading, isGroup: true })
    const read = () => expand(tree, from, inner, latexTexts)
    if (isGroup) definitions.macros.inGroup(read)
    else read()
    return tree.children
  }
  return {
    ...definitions,
    memory: budget,
    hasChapters: /\\chapter\*?\s*[[{]/.test(from.source),
    phrases: text => phrasesOf(nodesOf(text, 'phrases'), text),
    blocks: text => nodesOf(text.trim(), 'blocks'),
    inPlace: () => readerAt(depth, definitions, { ...reading, isGroup: false }),
    macro: name => (hidden.has(name) ? undefined : definitions.macros.get(name)),
    without(name) {
      if (budget.expansions-- <= 0) return undefined
      const alias = definitions.macros.get(name)?.alias ?? name
      const hiddenInside = new Set([...hidden, name, alias])
      return readerAt(depth + 1, definitions, { ...reading, hidden: hiddenInside, isGroup: false })
    },
    within(name) {
      if (budget.expansions-- <= 0) return undefined
      const environments = new Map(definitions.environments)
      environments.delete(name)
      return readerAt(depth + 1, { ...definitions, environments }, reading)
    },
  }
}

/**
 * The `latex` nodes of a tree, each with its piece of the `text` that the tree was parsed from. A node that
 * differs from its piece is left out: the text has the marks of a quotation between its lines.
 */
function textsOfLatex(tree: Root, text: PlacedText): ReadonlyMap<Nodes, PlacedText> {
  const texts = new Map<Nodes, PlacedText>()
  for (const { children } of branchesOf(tree)) {
    for (const node of children) {
      if (node.type !== 'latex') continue
      const piece = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
      if (piece.text === node.value) texts.set(node, piece)
    }
  }
  return texts
}

/**
 * The contents of the paragraphs as one list, a space between paragraphs. White space at the ends of the
 * text, which Markdown removes, is kept as one space.
 */
function phrasesOf(nodes: readonly RootContent[], { text }: PlacedText): PhrasingContent[] {
  const phrases = nodes.flatMap((node, index): Nodes[] => {
    const content: Nodes[] = node.type === 'paragraph' ? node.children : [node]
    if (index === 0) return content
    return [{ type: 'text', value: ' ', ...positionBetween(nodes[index - 1], node) }, ...content]
  })
  const [first] = phrases
  const last = phrases.at(-1)
  if (first?.type === 'text' && /^\s/.test(text)) first.value = ` ${first.value.trimStart()}`
  if (last?.type === 'text' && /\s$/.test(text)) last.value = `${last.value.trimEnd()} `
  return phrases as PhrasingContent[] // the parser was told to make no blocks
}

function positionBetween(before: Nodes | undefined, after: Nodes) {
  const start = before?.position?.end
  const end = after.position?.start
  return start && end ? { position: { start, end } } : {}
}

/**
 * Replaces the LaTeX of the tree by the nodes that it stands for. `latexTexts`: the places of `latex` nodes,
 * if the tree belongs to a larger piece of LaTeX.
 */
function expand(
  tree: Root,
  from: LatexSource,
  reader: LatexReader,
  latexTexts: ReadonlyMap<Nodes, PlacedText> = new Map(),
): void {
  // In the order of the text, so that a macro is known in everything after its definition.
  const open: { readonly branch: Branch; readonly children: Nodes[]; index: number }[] = []
  const enter = (branch: Branch) => open.push({ branch, children: [], index: 0 })
  enter(rootBranch(tree))
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const { branch, children } = level
    const index = level.index++
    const child = branch.children[index]
    if (!child) {
      branch.children = children
      open.pop()
      continue
    }
    if (isRawMark(child) && branch.children[index - 1]?.type === 'inlineCode') continue
    const nodes = read(child, branch, index)
    const after = index + (isRawMark(branch.children[index + 1]) ? 2 : 1)
    if (nodes.length === 0) dropSecondSpace(branch.children[after], children.at(-1))
    if (child.type === 'latex') tieReference(children.at(-1), nodes[0])
    children.push(...nodes)
    if (nodes.length === 1 && nodes[0] === child && 'children' in child) enter(child as Branch) // any children
  }
  for (const branch of branchesOf(tree).toReversed())
    branch.children = branch.children.flatMap(splitParagraph)

  function read(node: Nodes, branch: Branch, index: number): readonly Nodes[] {
    const next = branch.children[index + 1]
    if (node.type === 'latex') {
      const text = latexTexts.get(node) ?? PlacedText.of(node.value, node.lines)
      const nodes = readLatexNode(node, text, reader, next).filter(isKept)
      if (endsWithSpace(nodes)) dropSecondSpace(next, nodes.at(-1))
      return fittingNodes(nodes, branch, node, isBetweenWords(branch, index))
    }
    if (node.type === 'code' && /^\{=(?:la)?tex\}$/.test(`${node.lang ?? ''}${node.meta ?? ''}`.trim()))
      return reader.inPlace().blocks(placedCode(node, from.source))
    if (node.type === 'code' && node.lang === 'math' && !node.meta) return [mathOfCode(node)].filter(isKept)
    if (node.type === 'inlineCode') return rawInline(node, next, reader.inPlace()) ?? [node]
    if (!isKept(node)) return []
    if (node.type === 'equation') readEquation(node)
    return [node]
  }

  /** False for a formula that contains only definitions of macros, which are taken out of it. */
  function isKept(node: Nodes): boolean {
    if (node.type !== 'equation' && node.type !== 'inlineMath') return true
    const isEmpty = takeDefinitions(node, reader)
    reader.macros.addFormula(node)
    return !isEmpty
  }
}

/** Whether the child at `index` has words before and after it in its paragraph. */
function isBetweenWords({ children }: Branch, index: number): boolean {
  const isWord = (node: Nodes) => !isBlank(node) && node.type !== 'latex'
  return children.slice(0, index).some(isWord) && children.slice(index + 1).some(isWord)
}

/**
 * The nodes that were read from `source`, if they can be children of `branch`; else the source as `unread`: a
 * block cannot be inside a phrase, and a page cannot end in the middle of a line.
 */
function fittingNodes(
  nodes: readonly Nodes[],
  branch: Branch,
  source: Latex,
  isInLine: boolean,
): readonly Nodes[] {
  if (source.isBlock || !nodes.some(isBlock)) return nodes
  const isBreak = nodes.every(node => node.type === 'layoutBreak')
  if (branch.type === 'paragraph' && !(isBreak && isInLine)) return nodes
  const { value, position } = source
  return [{ type: 'unread', value, what: 'LaTeX block in a line', isBlock: false, ...atPosition(position) }]
}

/** Reads a group, an environment, a formula or a command. `next`: the node after the LaTeX. */
function readLatexNode(
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
  const bookdownKey = /^\\@ref[({]([^(){}]*)[)}]$/.exec(value)?.[1]
  // bookdown prints the number of an equation with its parentheses. Authors also write `\@ref{x}`.
  if (bookdownKey !== undefined)
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

/**
 * Replaces the `~` before a reference or a citation by a no-break space, which it is in LaTeX:
 * `Figure~\ref{x}`.
 */
function tieReference(before: Nodes | undefined, reference: Nodes | undefined): void {
  if (before?.type !== 'text') return
  if (reference?.type !== 'crossReference' && reference?.type !== 'citation') return
  before.value = before.value.replace(/~$/, '\u00A0')
}

/** Removes the space after LaTeX that became nothing, if there is a space or a line start before it. */
function dropSecondSpace(next: Nodes | undefined, before: Nodes | undefined): void {
  const isSpaced =
    before === undefined ||
    before.type === 'break' ||
    (before.type === 'text' && /(?:^|\s)$/.test(before.value))
  if (isSpaced && next?.type === 'text') next.value = next.value.trimStart()
}

/** `\(…\)` → `inlineMath`, `\[…\]` → `equation`. */
function formulaOf(text: PlacedText): Nodes {
  const value = text.text.slice(2, -2)
  const position = text.positionOf()
  if (text.text.startsWith('\\('))
    return { type: 'inlineMath', value: value.replace(/\s*\n\s*/g, ' ').trim(), position }
  const equation: Nodes = { type: 'equation', value: value.trim(), position }
  readEquation(equation)
  return equation
}
