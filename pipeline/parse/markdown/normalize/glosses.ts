/**
 * Examples of language → `glossExample` (pandoc-ling). The lines of a line block are aligned word by word;
 * the items of a list are the parts (a), (b).
 *
 *     ::: {.ex #walk}
 *     | Norsk                          glossExample (walk): glossPart: preamble, words, gloss, translation
 *     | Jenta gikk.                →
 *     | girl.DEF walk.PST
 *     | 'The girl walked.'
 *     :::
 *
 * A line block of three lines that look like a gloss, without a div, becomes an example without a number.
 */
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { Div, GlossExample, GlossPart } from '../../../model/mdast.ts'
import { attributesOf } from '../tree/attributes.ts'
import { type Branch, isBlank } from '../tree/branches.ts'
import { glossHead, glossLine, glossPart, isQuoted, wordsOf } from '../tree/gloss-part.ts'
import { atPosition } from '../tree/position.ts'

const exampleClasses: ReadonlySet<string> = new Set(['ex', 'gloss', 'interlinear'])

export function glosses(branch: Branch): void {
  branch.children = branch.children.map(child => {
    if (child.type !== 'div') return child
    const isExample = child.attributes.classes.some(name => exampleClasses.has(name))
    return (isExample ? exampleOf(child) : looseGloss(child, branch)) ?? child
  })
}

/** The example in a div; undefined if the div contains anything else than text, line blocks and lists. */
function exampleOf({ attributes, children, position }: Div): GlossExample | undefined {
  const heads: PhrasingContent[][] = []
  const parts: GlossPart[] = []
  for (const child of children) {
    const made = partsOf(child)
    if (!made) return undefined
    // A paragraph before the parts is a heading over them.
    const isHead = child.type === 'paragraph' && child !== children.at(-1) && parts.length === 0
    if (isHead) heads.push(child.children)
    else parts.push(...made)
  }
  if (parts.length === 0) return undefined
  const head = heads.map(line => glossLine('preamble', line))
  const classes = attributes.classes.filter(name => !exampleClasses.has(name))
  const { formatGloss: _format, ...values } = attributes.values
  return {
    type: 'glossExample',
    attributes: attributesOf(attributes.id, classes, values),
    isNumbered: !classes.includes('unnumbered'),
    children: head.length > 0 ? [glossHead(head, position), ...parts] : parts,
    ...atPosition(position),
  }
}

function partsOf(node: Nodes): readonly GlossPart[] | undefined {
  if (node.type === 'paragraph') return [partOfLines([node.children], node)]
  if (node.type === 'glossExample') return node.children
  if (isLineBlock(node)) return [partOfLines(linesOf(node.children), node)]
  if (node.type !== 'list') return undefined
  const items = node.children.map(item => {
    const made = item.children.map(partsOf)
    const [only, ...others] = made.flatMap(parts => parts ?? [])
    return only && others.length === 0 && made.every(parts => parts !== undefined) ? only : undefined
  })
  const parts = items.filter(item => item !== undefined)
  return parts.length === items.length ? parts : undefined
}

function partOfLines(lines: readonly PhrasingContent[][], source: Nodes): GlossPart {
  const [first = [], ...others] = lines
  const [start, ...rest] = first
  const [mark, judgement] = (start?.type === 'text' && /^\^([^\s^]{1,3})\s+/.exec(start.value)) || []
  const own =
    start?.type === 'text' && mark !== undefined
      ? [{ ...start, value: start.value.slice(mark.length) }, ...rest]
      : first
  return glossPart([own, ...others], {
    attributes: attributesOf(undefined),
    judgement,
    position: source.position,
  })
}

/** A line block: a div with one paragraph, as `line-blocks.ts` makes it. */
function isLineBlock(node: Nodes): node is Div & { children: [Paragraph] } {
  if (node.type !== 'div' || !node.attributes.classes.includes('line-block')) return false
  return node.children.length === 1 && node.children[0]?.type === 'paragraph'
}

function linesOf([paragraph]: readonly [Paragraph]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of paragraph.children) {
    if (child.type === 'break') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return lines
}

/** True for an abbreviation of a gloss: `DEF`, `1SG`, `walk-PST`. */
const glossMark = /(?:^|[-.=:])(?:[123])?\p{Lu}{2,}|\p{L}[-.=]\p{L}/u

/**
 * A line block outside of an example that must be a gloss: three lines, as many words in the first as in the
 * second, abbreviations in the second, and a translation in quotation marks.
 */
function looseGloss(node: Div, { type }: Branch): GlossExample | undefined {
  if (!isLineBlock(node) || type === 'div') return undefined
  const lines = linesOf(node.children)
  const [words = [], gloss = [], translation = []] = lines
  if (lines.length !== 3 || !isQuoted(translation)) return undefined
  const isAligned = wordsOf(words).length === wordsOf(gloss).length && !words.every(isBlank)
  const hasMarks = gloss.some(child => child.type === 'text' && glossMark.test(child.value))
  if (!isAligned || !hasMarks) return undefined
  return {
    type: 'glossExample',
    attributes: attributesOf(undefined),
    isNumbered: false,
    children: [partOfLines(lines, node)],
    ...atPosition(node.position),
  }
}
