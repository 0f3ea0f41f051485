/**
 * The tree of the parser → the tree that the other stages know: attributes stand on their nodes, images
 * with captions are figures, tables have theirs, references of links are resolved. Each node keeps the
 * positions of what it is made from. The tree is changed in place; it belongs to the parser.
 */
import type { PhrasingContent, Root } from 'mdast'
import { branchesOf } from '../tree/branches.ts'
import { beginAppendices } from './appendices.ts'
import { attachAttributes } from './attributes.ts'
import { bookdownLabels } from './bookdown-labels.ts'
import { callouts } from './callouts.ts'
import { captionTables } from './captioned-tables.ts'
import { cellSettings } from './cell-settings.ts'
import { codeAttributes } from './code-attributes.ts'
import { codeCells } from './code-cells.ts'
import { conditionalContent } from './conditional-content.ts'
import { resolveDefinitions } from './definitions.ts'
import { makeFigures } from './figures.ts'
import { divideAtFigures } from './figures-in-text.ts'
import { finish } from './finish.ts'
import { inlineExpressions } from './inline-expressions.ts'
import { attachLabels, labelSections } from './labels.ts'
import { layoutBreaks } from './layout-breaks.ts'
import { lineBlocks } from './line-blocks.ts'
import { readLinks } from './links.ts'
import { makeListings } from './listings.ts'
import { attachLooseness } from './looseness.ts'
import { listMarkedItems } from './marked-items.ts'
import { readMyst } from './myst.ts'
import { divideParts } from './page-parts.ts'
import { pageReferences } from './page-references.ts'
import { joinParagraphs } from './paragraphs.ts'
import { rawCode } from './raw-code.ts'
import { referenceMarks } from './reference-marks.ts'
import { nameTargets } from './targets.ts'
import { textLevelSpans } from './text-level-spans.ts'
import { fillTextReferences, takeTextReferences, textReferences } from './text-references.ts'
import { type TheoremCellContext, theoremCells } from './theorem-cells.ts'
import { theorems } from './theorems.ts'

/** In the order in which a branch needs them; its children have been through all of them before. */
const transforms = [
  readMyst,
  rawCode,
  attachAttributes,
  readLinks,
  referenceMarks,
  conditionalContent,
  attachLabels,
  pageReferences,
  textLevelSpans,
  codeAttributes,
  listMarkedItems,
  lineBlocks,
  joinParagraphs,
  captionTables,
  divideAtFigures,
  makeFigures,
  bookdownLabels,
  attachLooseness,
  layoutBreaks,
  nameTargets,
  divideParts,
]

/** Those that read words which stand in an attribute or in code. */
const readers = [makeListings, callouts, theorems, inlineExpressions]

export interface NormalizeContext {
  /** The text that the tree was made from. */
  readonly source: string
  /** Reads the words of a caption that stand in an option or elsewhere. */
  readonly phrases: (text: string) => PhrasingContent[]
  readonly blocks: TheoremCellContext['blocks']
}

export function normalize(tree: Root, { source, phrases, blocks }: NormalizeContext): void {
  resolveDefinitions(tree)
  const settings = cellSettings(tree, source)
  const cellTexts = [...settings.headers.keys()].map(code => code.value)
  const options = [JSON.stringify([...settings.headers.values()]), ...cellTexts].join('\n')
  const references = takeTextReferences(tree, source, options)
  const cells = {
    ...settings,
    phrases: (text: string) => phrases(fillTextReferences(text, references)),
  }
  for (const branch of branchesOf(tree).toReversed()) {
    textReferences(branch, references, phrases)
    codeCells(branch, cells)
    theoremCells(branch, { source, blocks, phrases: cells.phrases })
    for (const transform of transforms) transform(branch)
    for (const transform of readers) transform(branch, cells.phrases)
  }
  beginAppendices(tree)
  labelSections(tree)
  finish(tree)
}
