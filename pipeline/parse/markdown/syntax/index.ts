/**
 * Offprint's Markdown syntax beyond CommonMark and GFM, as one plugin for remark-parse: citations, notes,
 * attributes, spans, math, tables and divs as in pandoc; directives, roles and targets as in MyST; shortcodes
 * as in Quarto; LaTeX.
 *
 * A construct has two halves. Its tokenizer (a micromark `Construct`) is in `<construct>.ts`. The half that
 * makes nodes from the tokens (an extension of mdast-util-from-markdown) is in the same file. In three cases
 * it is in `<construct>-node.ts` instead: if it takes more than about 40 lines, if it reads tokens that
 * several files declare, and if the tokenizer is CommonMark's or GFM's.
 *
 * In this folder, a drawing above a tokenizer shows an input after `> |`. Carets below the input mark the
 * characters that the tokenizer consumes. Without carets, it consumes all lines.
 */
import { codes } from 'micromark-util-symbol'
import type { Construct, Extension } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { Dialect } from '../../../model/dialect.ts'
import { attributeList, attributeListFromMarkdown } from './attribute-list.ts'
import { blankBefore } from './blank-before.ts'
import { bracketedSpan, bracketedSpanFromMarkdown } from './bracketed-span.ts'
import './quick-edits.ts'
import { citationGroup, narrativeCitation } from './citation.ts'
import { citationFromMarkdown } from './citation-node.ts'
import { directive } from './directive.ts'
import { directiveFromMarkdown } from './directive-node.ts'
import { drawnDashes, drawnGrid, drawnPipes } from './drawn-table.ts'
import { drawnTableFromMarkdown } from './drawn-table-node.ts'
import { equation, equationFromMarkdown } from './equation.ts'
import { equationText } from './equation-text.ts'
import { escapedMarkFromMarkdown } from './escaped-mark-node.ts'
import { fencedDiv, fencedDivFromMarkdown } from './fenced-div.ts'
import { imageLabelFromMarkdown } from './image-label-node.ts'
import { inlineMath, inlineMathFromMarkdown, mystMath } from './inline-math.ts'
import { inlineNote, inlineNoteFromMarkdown } from './inline-note.ts'
import { latexText } from './latex.ts'
import { latexBlock } from './latex-block.ts'
import { latexFromMarkdown } from './latex-node.ts'
import { listDelimiterFromMarkdown } from './list-delimiter.ts'
import { markedItemFromMarkdown, markedItems } from './marked-item.ts'
import { noBreakSpace, noBreakSpaceFromMarkdown } from './no-break-space.ts'
import { pipeTableFromMarkdown } from './pipe-table-node.ts'
import { raisedTextFromMarkdown, subscript, superscript } from './raised-text.ts'
import { rawAttribute } from './raw-attribute.ts'
import { role, roleFromMarkdown } from './role.ts'
import { shortcode, shortcodeFromMarkdown } from './shortcode.ts'
import { blockBreak, lineComments, singleLineFromMarkdown, targetName } from './single-line.ts'
import { substitution, substitutionFromMarkdown } from './substitution.ts'

const tokenizers: Extension = {
  document: markedItems,
  flow: {
    [codes.dollarSign]: equation,
    [codes.colon]: [directive, fencedDiv],
    [codes.graveAccent]: directive,
    [codes.tilde]: directive,
    [codes.leftParenthesis]: targetName,
    [codes.plusSign]: [drawnGrid, blockBreak],
    [codes.dash]: drawnDashes,
    [codes.verticalBar]: drawnPipes,
  },
  text: {
    [codes.dash]: narrativeCitation,
    [codes.atSign]: narrativeCitation,
    [codes.leftSquareBracket]: [bracketedSpan, citationGroup],
    [codes.caret]: [superscript, inlineNote],
    [codes.tilde]: subscript,
    [codes.backslash]: [noBreakSpace, latexText],
    [codes.leftCurlyBrace]: [shortcode, role, substitution, rawAttribute, attributeList, latexText],
    [codes.leftParenthesis]: latexText,
  },
}

const nodeExtensions = [
  attributeListFromMarkdown,
  bracketedSpanFromMarkdown,
  citationFromMarkdown,
  directiveFromMarkdown,
  equationFromMarkdown,
  escapedMarkFromMarkdown,
  fencedDivFromMarkdown,
  imageLabelFromMarkdown,
  inlineMathFromMarkdown,
  inlineNoteFromMarkdown,
  pipeTableFromMarkdown,
  markedItemFromMarkdown,
  noBreakSpaceFromMarkdown,
  raisedTextFromMarkdown,
  shortcodeFromMarkdown,
  latexFromMarkdown,
  listDelimiterFromMarkdown,
  roleFromMarkdown,
  singleLineFromMarkdown,
  substitutionFromMarkdown,
]

const extensionsOf: Readonly<Record<Dialect, readonly Extension[]>> = {
  pandoc: [blankBefore, commentsAndMath('pandoc', inlineMath)],
  myst: [commentsAndMath('myst', mystMath)],
  commonmark: [commentsAndMath('commonmark', inlineMath)],
}

function commentsAndMath(dialect: Dialect, math: readonly Construct[]): Extension {
  return {
    flow: { [codes.percentSign]: lineComments[dialect] },
    text: { [codes.dollarSign]: [equationText, ...math] },
  }
}

interface ManuscriptSyntax {
  /**
   * First line → last line of each piece of LaTeX that begins on a line of its own. Line numbers count from
   * 1. `latexLines` (`latex-grammar/environment-pairs.ts`) finds them.
   */
  readonly latexLines: ReadonlyMap<number, number>
  readonly dialect: Dialect
}

/** Plugin for unified. Use it after remark-parse and remark-gfm: it replaces some of their handlers. */
export function manuscriptSyntax(this: Processor, { latexLines, dialect }: ManuscriptSyntax): void {
  const data = this.data()
  const withoutLatexBlocks = [...(data.micromarkExtensions ?? []), ...extensionsOf[dialect], tokenizers]
  // The line numbers are those of the document. The cells of a drawn table are parsed one by one, with line
  // numbers of their own, so `latexBlock` is not among their extensions.
  const latex: Extension = { flow: { [codes.backslash]: latexBlock(latexLines) } }
  data.micromarkExtensions = [...withoutLatexBlocks, latex]
  const cellSyntax = () => ({
    extensions: withoutLatexBlocks,
    mdastExtensions: data.fromMarkdownExtensions ?? [],
  })
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    ...nodeExtensions,
    drawnTableFromMarkdown(cellSyntax),
  ]
}
