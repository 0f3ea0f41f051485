/**
 * The tree of the parser → the tree that the other stages know: attributes stand on their nodes, images
 * with captions are figures, tables have theirs, references of links are resolved. Each node keeps the
 * positions of what it is made from. The tree is changed in place; it belongs to the parser.
 */
import type { Root } from 'mdast'
import { attachAttributes } from './attributes.ts'
import { branchesOf } from './branches.ts'
import { captionTables } from './captioned-tables.ts'
import { codeAttributes } from './code-attributes.ts'
import { resolveDefinitions } from './definitions.ts'
import { makeFigures } from './figures.ts'
import { finish } from './finish.ts'
import { layoutBreaks } from './layout-breaks.ts'
import { readLinks } from './links.ts'
import { attachLooseness } from './looseness.ts'
import { readMyst } from './myst.ts'
import { divideParts } from './page-parts.ts'
import { pageReferences } from './page-references.ts'
import { joinParagraphs } from './paragraphs.ts'
import { nameTargets } from './targets.ts'

/** In the order in which a branch needs them; its children have been through all of them before. */
const transforms = [
  readMyst,
  attachAttributes,
  readLinks,
  pageReferences,
  codeAttributes,
  joinParagraphs,
  captionTables,
  makeFigures,
  attachLooseness,
  layoutBreaks,
  nameTargets,
  divideParts,
]

export function normalize(tree: Root): void {
  resolveDefinitions(tree)
  for (const branch of branchesOf(tree).toReversed()) {
    for (const transform of transforms) transform(branch)
  }
  finish(tree)
}
