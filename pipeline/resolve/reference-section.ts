/**
 * Where the manuscript says that the reference list goes: a `::: {#refs}` block, with a heading before it; a
 * heading of that name with nothing under it; or, as pandoc reads it, any heading at the very end with nothing
 * under it. The journal's template has a place of its own for the list, so block and heading are taken out.
 */
import type { Heading, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/** Nodes that no reader sees under a heading. */
const unseen: ReadonlySet<string> = new Set(['footnoteDefinition', 'definition', 'layoutBreak', 'html'])

/** In the languages that article templates come in. */
const names =
  /^(?:\d+\.?\s*)?(?:references?|references cited|bibliography|literature(?: cited)?|works cited|cited works|literatur(?:verzeichnis)?|referenzen|r[ée]f[ée]rences(?: bibliographiques)?|bibliographie|referencias(?: bibliogr[áa]ficas)?|bibliograf[íi]a|refer[êe]ncias(?: bibliogr[áa]ficas)?|riferimenti(?: bibliografici)?)\s*:?$/i

export function takeReferenceSection(body: RootContent[]): void {
  takeBlock(body)
  if (!body.some(hasCitation)) return
  const last = body.findLastIndex(node => !unseen.has(node.type))
  const at = body.findIndex((node, index) => isNamedHeading(node) && isEmptySection(body, index))
  if (at >= 0) body.splice(at, 1)
  else if (isLastHeading(body[last])) body.splice(last, 1)
}

/** The block, and the heading right before it. */
function takeBlock(body: RootContent[]): void {
  const at = body.findIndex(node => node.type === 'div' && node.attributes.id === 'refs')
  if (at < 0) return
  const before = body.findLastIndex((node, index) => index < at && !unseen.has(node.type))
  const isHeaded = body[before]?.type === 'heading'
  body.splice(at, 1)
  if (isHeaded) body.splice(before, 1)
}

/** A heading with an id that others may point to is a section of its own. */
function isLastHeading(node: RootContent | undefined): boolean {
  return node?.type === 'heading' && node.data?.attributes?.id === undefined
}

function isNamedHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && names.test(plainText(node).trim())
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
