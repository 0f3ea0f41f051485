/**
 * The text of the article: mdast → hast by mdast-util-to-hast, with one handler for each node type that
 * Offprint adds or treats differently. Handlers look up what they print in the `Article`.
 */
import type { ElementContent } from 'hast'
import type { RootContent as MdastContent, Nodes as MdastNodes, PhrasingContent } from 'mdast'
import { type Handler, type Handlers, toHast } from 'mdast-util-to-hast'
import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'
import { abbreviation } from './handlers/abbreviation.ts'
import { admonition } from './handlers/admonition.ts'
import { captionedTable } from './handlers/captioned-table.ts'
import { citation } from './handlers/citation.ts'
import { code } from './handlers/code.ts'
import { crossReference } from './handlers/cross-reference.ts'
import { definitionDescription, definitionList, definitionTerm } from './handlers/definition-list.ts'
import { div, span } from './handlers/div.ts'
import { figure } from './handlers/figure.ts'
import { equation, inlineMath } from './handlers/formula.ts'
import { glossExample } from './handlers/gloss-example.ts'
import { hardBreak } from './handlers/hard-break.ts'
import { heading } from './handlers/heading.ts'
import { html } from './handlers/html.ts'
import { image } from './handlers/image.ts'
import { layoutBreak } from './handlers/layout-break.ts'
import { link } from './handlers/link.ts'
import { list } from './handlers/list.ts'
import { listItem } from './handlers/list-item.ts'
import { listing } from './handlers/listing.ts'
import { notRun } from './handlers/not-run.ts'
import { note } from './handlers/note.ts'
import { paragraph } from './handlers/paragraph.ts'
import { referenceList } from './handlers/reference-list.ts'
import { table } from './handlers/table.ts'
import { smallCaps, subscript, superscript, underline } from './handlers/text-level.ts'
import { theorem } from './handlers/theorem.ts'
import { unread } from './handlers/unread.ts'
import type { Lookup } from './lookup.ts'
import { placedErrors } from './placed-errors.ts'

export function bodyContent(article: Article, journal: Journal): ElementContent[] {
  return blocks(article.body.children, { article, journal })
}

/** Block content of mdast → hast. */
export function blocks(children: readonly MdastContent[], lookup: Lookup): ElementContent[] {
  const tree = toHast(
    { type: 'root', children: [...children] },
    { handlers: handlers(lookup), clobberPrefix: '' },
  )
  const content = tree.type === 'root' ? tree.children : [tree]
  return content.filter((node): node is ElementContent => node.type !== 'doctype')
}

/** Inline content of mdast → hast. */
export function phrases(children: readonly PhrasingContent[], lookup: Lookup): ElementContent[] {
  const [paragraph] = blocks([{ type: 'paragraph', children: [...children] }], lookup)
  return paragraph?.type === 'element' ? paragraph.children : []
}

/** Nodes that do not exist after parsing and resolving. */
type GoneNode =
  | 'attributeList'
  | 'blockBreak'
  | 'definition'
  | 'directive'
  | 'footnoteDefinition'
  | 'footnoteReference'
  | 'imageReference'
  | 'label'
  | 'latex'
  | 'linkReference'
  | 'markedItem'
  | 'role'
  | 'shortcode'
  | 'targetName'
  | 'yaml'

/** Nodes that mdast-util-to-hast converts as they should be. */
type PlainNode =
  | 'blockquote'
  | 'delete'
  | 'emphasis'
  | 'inlineCode'
  | 'root'
  | 'strong'
  | 'text'
  | 'thematicBreak'

/** Nodes that the handlers of their parents convert. */
type PartNode =
  | 'caption'
  | 'contentPanel'
  | 'glossLine'
  | 'glossPart'
  | 'glossWord'
  | 'panel'
  | 'tableCell'
  | 'tableRow'

/**
 * Without a handler a node would become a `<div>`: a new node does not compile until it has one, or is listed
 * above.
 */
type NeededHandlers = Record<Exclude<MdastNodes['type'], GoneNode | PlainNode | PartNode>, Handler>

function handlers(lookup: Lookup): Handlers {
  const needed: NeededHandlers = {
    break: hardBreak,
    abbreviation,
    admonition: admonition(lookup),
    captionedTable: captionedTable(lookup),
    citation: citation(lookup),
    code,
    crossReference: crossReference(lookup),
    definitionDescription,
    definitionList,
    definitionTerm,
    div,
    equation: equation(lookup),
    figure: figure(lookup),
    glossExample,
    heading: heading(lookup),
    html,
    image: image(lookup),
    inlineMath: inlineMath(lookup),
    layoutBreak,
    list,
    link,
    listItem,
    listing: listing(lookup),
    notRun,
    note: note(lookup),
    paragraph,
    referenceList: referenceList(lookup),
    smallCaps,
    span,
    subscript,
    superscript,
    table,
    theorem: theorem(lookup),
    underline,
    unread,
  }
  return placedErrors(needed)
}
