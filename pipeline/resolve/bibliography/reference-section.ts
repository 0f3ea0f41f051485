/**
 * Where the manuscript says that a reference list goes: a `::: {#refs}` block, with a heading before it; a
 * heading of that name with nothing under it; or, as pandoc reads it, any heading at the very end with nothing
 * under it. The journal's template has a place of its own for the list: block and heading are taken out, unless
 * text follows the block, where the author means the list to stand before that. `::: {#refs-software}` is the
 * place of another list.
 *
 * A list that the author wrote by hand under such a heading stays, as a block that the journal's CSS knows.
 */
import type { Heading, Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Div, ReferenceListPlace } from '../../model/mdast.ts'

/** Nodes that no reader sees under a heading. */
const unseen: ReadonlySet<string> = new Set(['footnoteDefinition', 'definition', 'layoutBreak', 'html'])

/** In the languages that article templates come in. */
const names =
  /^(?:\d+\.?\s*)?(?:references?|references cited|bibliography|literature(?: cited)?|works cited|cited works|literatur(?:verzeichnis)?|referenzen|r[ée]f[ée]rences(?: bibliographiques)?|bibliographie|referencias(?: bibliogr[áa]ficas)?|bibliograf[íi]a|refer[êe]ncias(?: bibliogr[áa]ficas)?|riferimenti(?: bibliografici)?)\s*:?$/i

/** Whether a heading says no more than that references follow. */
export function namesReferences(title: string): boolean {
  return names.test(title.trim())
}

/** Leaves the places of lists that stand in the text; gives those that stand at its end, for the journal's place. */
export function takeReferenceSection(body: RootContent[]): readonly ReferenceListPlace[] {
  placeBlocks({ type: 'root', children: body })
  takeHeadings(body)
  const atEnd = takeLast(body)
  if (!body.some(hasCitation)) {
    markWritten(body)
    return atEnd
  }
  const last = body.findLastIndex(node => !unseen.has(node.type))
  const at = body.findIndex((node, index) => isNamedHeading(node) && isEmptySection(body, index))
  if (at >= 0) body.splice(at, 1)
  else if (isLastHeading(body[last])) body.splice(last, 1)
  return atEnd
}

/** `::: {#refs-software}` → a place for that list; pandoc-multibib and Quarto have both marks between the words. */
function placeBlocks(tree: Root): void {
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
    parent.children.splice(index, 1, place)
  })
}

function listNameOf({ attributes: { id = '', classes }, children }: Div): string | undefined {
  if (id === 'refs') return 'main'
  const name = /^refs[-_](.+)$/.exec(id)?.[1]
  return children.length === 0 || classes.includes('refs') ? name : undefined
}

/** The heading right before a place is that of the list; one with an id that others may point to is a section's. */
function takeHeadings(body: RootContent[]): void {
  for (const [index, node] of [...body.entries()].reverse()) {
    if (node.type !== 'referenceList') continue
    const before = body.findLastIndex((one, at) => at < index && !unseen.has(one.type))
    const heading = body[before]
    if (heading?.type !== 'heading') continue
    if (node.name !== 'main' && heading.data?.attributes?.id !== undefined) continue
    node.heading = { text: plainText(heading).trim(), depth: heading.depth }
    body.splice(before, 1)
  }
}

/** The places behind which no text follows. */
function takeLast(body: RootContent[]): readonly ReferenceListPlace[] {
  const end = body.findLastIndex(node => !unseen.has(node.type) && node.type !== 'referenceList')
  const last = body.slice(end + 1)
  body.splice(end + 1, last.length, ...last.filter(node => node.type !== 'referenceList'))
  return last.filter(node => node.type === 'referenceList')
}

/** `# References`, and paragraphs or lists up to the next heading → one block of them. */
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

/** A heading with an id that others may point to is a section of its own. */
function isLastHeading(node: RootContent | undefined): boolean {
  return node?.type === 'heading' && node.data?.attributes?.id === undefined
}

function isNamedHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && namesReferences(plainText(node))
}

/** Nothing stands between the heading and the next one, or the end. */
function isEmptySection(body: readonly RootContent[], index: number): boolean {
  const next = body.find((node, at) => at > index && !unseen.has(node.type))
  return next === undefined || next.type === 'heading'
}

/** Without citations there is no list, and a last heading is a heading. */
function hasCitation(node: RootContent): boolean {
  return node.type === 'citation' || ('children' in node && node.children.some(hasCitation))
}
