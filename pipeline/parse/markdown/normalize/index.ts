/**
 * The tree of the parser → the tree that the other stages know: attributes are on their nodes, images with
 * captions are figures, tables have their captions, and references of links are resolved. Each node has the
 * position of its source. The tree is changed in place.
 */
import type { PhrasingContent, Root } from 'mdast'
import { branchesOf } from '../tree/branches.ts'
import { beginAppendices } from './appendices.ts'
import { attachAttributes } from './attributes.ts'
import { bookdownLabels } from './bookdown-labels.ts'
import { callouts } from './callouts.ts'
import { captionAttributes } from './caption-attributes.ts'
import { captionTables } from './captioned-tables.ts'
import { cellComments } from './cell-comments.ts'
import { cellSettings } from './cell-settings.ts'
import { codeAttributes } from './code-attributes.ts'
import { codeCells } from './code-cells.ts'
import { codeLines } from './code-lines.ts'
import { conditionalContent } from './conditional-content.ts'
import { resolveDefinitions } from './definitions.ts'
import { makeFigures } from './figures.ts'
import { divideAtFigures } from './figures-in-text.ts'
import { finish } from './finish.ts'
import { floatNotes } from './float-notes.ts'
import { glosses } from './glosses.ts'
import { indentedRows } from './indented-rows.ts'
import { inlineExpressions } from './inline-expressions.ts'
import { attachLabels, labelSections } from './labels.ts'
import { layoutBreaks } from './layout-breaks.ts'
import { liftEquations } from './lift-equations.ts'
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
import { supplementaryNotes } from './supplementary-notes.ts'
import { nameTargets } from './targets.ts'
import { textLevelSpans } from './text-level-spans.ts'
import { fillTextReferences, takeTextReferences, textReferences } from './text-references.ts'
import { type TheoremCellContext, theoremCells } from './theorem-cells.ts'
import { theorems } from './theorems.ts'

/**
 * The steps for one branch, in their order; its children have been through all of them before. If the order
 * of two steps is known to matter, the reason is given with the later one, and a fixture tests the order.
 */
const branchSteps = [
  readMyst,
  rawCode,
  // Runs after raw code: `{=html}` has been taken, so a list after code is one of attributes.
  attachAttributes,
  liftEquations,
  readLinks,
  referenceMarks,
  conditionalContent,
  attachLabels,
  pageReferences,
  textLevelSpans,
  codeAttributes,
  codeLines,
  listMarkedItems,
  lineBlocks,
  // Runs after line blocks and lists, which are the lines and the parts of an example.
  glosses,
  joinParagraphs,
  cellComments,
  supplementaryNotes,
  // Runs after lists: `: text` that became a description is not the caption of a table.
  captionTables,
  divideAtFigures,
  // Runs after the division: an image on a line of its own inside a paragraph is then a paragraph by itself.
  makeFigures,
  bookdownLabels,
  // Runs after paragraphs, captions and figures: only attributes that none of them took can end a paragraph.
  attachLooseness,
  layoutBreaks,
  // Runs after figures, which take their names first.
  nameTargets,
  divideParts,
]

/** Steps that also read Markdown in attributes and code. They come last, as they need finished blocks. */
const readingSteps = [makeListings, callouts, theorems, floatNotes, inlineExpressions]

interface NormalizeContext {
  /** The text that the tree was made from. */
  readonly source: string
  /** Reads the words of a caption in an option or elsewhere as Markdown. */
  readonly phrases: (text: string) => PhrasingContent[]
  readonly blocks: TheoremCellContext['blocks']
}

export function normalize(tree: Root, { source, phrases, blocks }: NormalizeContext): void {
  // Runs first: later steps see links and images only, no references to definitions.
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
    // Runs before cells and captions, whose words may be given as `(ref:name)`.
    textReferences(branch, references, phrases)
    codeCells(branch, cells)
    indentedRows(branch, { source, phrases })
    theoremCells(branch, { source, blocks, phrases: cells.phrases })
    // Runs before the steps that make figures and tables of divs.
    captionAttributes(branch, cells.phrases)
    for (const step of branchSteps) step(branch)
    for (const step of readingSteps) step(branch, cells.phrases)
  }
  beginAppendices(tree)
  labelSections(tree)
  // Runs last: it removes everything that only earlier steps needed.
  finish(tree)
}
