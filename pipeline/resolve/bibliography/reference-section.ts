/**
 * The places that the manuscript gives to reference lists: a `::: {#refs}` block with a heading before it, an
 * empty section named "References", or, as in pandoc, any empty section at the very end if there is no block.
 * `::: {#refs-software}` is the place of another list. Block and heading are taken out of the text, because
 * the journal's template has its own place for the list; if text follows the block, the list stays there.
 *
 * A list that the author wrote by hand under such a heading is kept, in a block that the journal's CSS knows.
 */
import type { Heading, Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Div, ReferenceListPlace } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'

/** Nodes that print nothing, so that a section with nothing else is empty. */
const unseen: ReadonlySet<string> = new Set(['footnoteDefinition', 'definition', 'layoutBreak', 'html'])

/** Titles of reference sections, in the languages of common article templates. */
const titles =
  /^(?:\d+\.?\s*)?(?:references?|references cited|references and notes|reference list|list of references|bibliography|literature(?: cited)?|works cited|cited works|literatur(?:verzeichnis)?|referenzen|r[ée]f[ée]rences(?: bibliographiques)?|bibliographie|referencias(?: bibliogr[áa]ficas)?|bibliograf[íi]a|refer[êe]ncias(?: bibliogr[áa]ficas)?|riferimenti(?: bibliografici)?|literatuur(?:lijst)?|referenties|referenser|referencer|referanser|litteratur|literatura|bibliografia|lähteet|kaynakça|kaynaklar|литература|список литературы|література|список літератури|参考文献|參考文獻|참고문헌|βιβλιογραφία)\s*:?$/i

/** True for a heading that only announces the references. */
export function namesReferences(title: string): boolean {
  return titles.test(title.trim())
}

/**
 * Marks the places of reference lists in `body`. Places inside the text stay in it; those at its end are
 * taken out and returned. `others`: what is printed before the body, such as the abstract, and may cite
 * works.
 */
export function takeReferenceSection(
  body: RootContent[],
  others: readonly RootContent[] = [],
): readonly ReferenceListPlace[] {
  const isCited = [...body, ...others].some(hasCitation)
  const inBlocks = placeBlocks({ type: 'root', children: body }, isCited)
  takeHeadings(body, inBlocks)
  const atEnd = takeLast(body)
  if (!isCited) {
    markWritten(body)
    return atEnd
  }
  const last = body.findLastIndex(node => !unseen.has(node.type))
  const at = body.findIndex((node, index) => isNamedHeading(node) && isEmptySection(body, index))
  if (at >= 0) body.splice(at, 1)
  else if (![...body, ...atEnd].some(hasMainPlace)) return [...takeLastHeading(body, last), ...atEnd]
  return atEnd
}

/**
 * Replaces blocks such as `::: {#refs-software}` by a place for the list of this name. pandoc-multibib and
 * Quarto write `refs-` or `refs_`. As in pandoc, text inside a block stays, and the list follows it: a block
 * that is not closed contains the rest of the article. `isCited`: whether the article cites works. Returns
 * what was inside the blocks.
 */
function placeBlocks(tree: Root, isCited: boolean): ReadonlySet<RootContent> {
  const inBlocks = new Set<RootContent>()
  visit(tree, 'div', (node, index, parent) => {
    const name = listNameOf(node)
    if (name === undefined || !parent || index === undefined) return
    const { attributes, position } = node
    const place: ReferenceListPlace = {
      type: 'referenceList',
      name,
      attributes,
      ...(position && { position }),
    }
    const kept = isCited ? node.children.filter(child => !isPrintedEntry(child)) : node.children
    for (const child of kept) inBlocks.add(child)
    parent.children.splice(index, 1, ...kept, place)
    return index
  })
  return inBlocks
}

/** An entry that pandoc has printed before; the journal's list prints the cited works anew. */
function isPrintedEntry(node: RootContent): boolean {
  return node.type === 'div' && node.attributes.classes.includes('csl-entry')
}

function listNameOf({ attributes: { id = '', classes }, children }: Div): string | undefined {
  if (id === 'refs') return 'main'
  const name = /^refs[-_](.+)$/.exec(id)?.[1]
  return children.length === 0 || classes.includes('refs') ? name : undefined
}

/**
 * Moves the heading right before a place into it. A heading with an id, which others may link to, stays a
 * section, and so does one of `inBlocks`, which the author has written into the block.
 */
function takeHeadings(body: RootContent[], inBlocks: ReadonlySet<RootContent>): void {
  for (const [index, node] of [...body.entries()].reverse()) {
    if (node.type !== 'referenceList') continue
    const before = body.findLastIndex((other, at) => at < index && !unseen.has(other.type))
    const heading = body[before]
    if (heading?.type !== 'heading' || inBlocks.has(heading)) continue
    if (node.name !== 'main' && heading.data?.attributes?.id !== undefined) continue
    node.heading = { text: plainText(heading).trim(), depth: heading.depth }
    body.splice(before, 1)
  }
}

/** Takes out the places after which no text follows. */
function takeLast(body: RootContent[]): readonly ReferenceListPlace[] {
  const end = body.findLastIndex(node => !unseen.has(node.type) && node.type !== 'referenceList')
  const last = body.slice(end + 1)
  body.splice(end + 1, last.length, ...last.filter(node => node.type !== 'referenceList'))
  return last.filter(node => node.type === 'referenceList')
}

/**
 * Puts reference lists that the author has written into a div, which has the class `written-references`: the
 * paragraphs and lists from a heading such as `# References` to the next heading.
 */
function markWritten(body: RootContent[]): void {
  for (const [at, heading] of [...body.entries()].reverse()) {
    if (!isNamedHeading(heading)) continue
    const next = body.findIndex((node, index) => index > at && node.type === 'heading')
    const written = body.slice(at + 1, next < 0 ? body.length : next)
    const seen = written.filter(node => !unseen.has(node.type))
    if (seen.length === 0 || !seen.every(node => node.type === 'list' || node.type === 'paragraph')) continue
    const attributes = { classes: ['written-references'], values: {} }
    body.splice(at + 1, written.length, { type: 'div', attributes, children: written })
  }
}

/**
 * Takes out the heading at `last`, the end of the text, and returns the place of the list under it, as in
 * pandoc. A heading with an id is a section, because links may lead to it.
 */
function takeLastHeading(body: RootContent[], last: number): readonly ReferenceListPlace[] {
  const heading = body[last]
  if (heading?.type !== 'heading' || heading.data?.attributes?.id !== undefined) return []
  body.splice(last, 1)
  const { depth, position } = heading
  return [
    {
      type: 'referenceList',
      name: 'main',
      attributes: { classes: [], values: {} },
      heading: { text: plainText(heading).trim(), depth },
      ...(position && { position }),
    },
  ]
}

/** True for the place of the main list, and for a block that contains it. */
function hasMainPlace(node: RootContent): boolean {
  if (node.type === 'referenceList') return node.name === 'main'
  return 'children' in node && node.children.some(hasMainPlace)
}

function isNamedHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && namesReferences(plainText(node))
}

/** True if nothing is printed between the heading and the next heading, or the end of the text. */
function isEmptySection(body: readonly RootContent[], index: number): boolean {
  const next = body.find((node, at) => at > index && !unseen.has(node.type))
  return next === undefined || next.type === 'heading'
}

/**
 * True if the node contains a citation. Without citations there is no list of references, so an empty last
 * section stays in the text.
 */
function hasCitation(node: RootContent): boolean {
  return node.type === 'citation' || ('children' in node && node.children.some(hasCitation))
}
