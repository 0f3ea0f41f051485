/**
 * What Offprint's manuscripts write beyond CommonMark and GFM, as one plugin for remark-parse: citations,
 * notes, attributes, spans, math and divs, after pandoc; directives, roles and targets, after MyST. A
 * construct is one file; this is their list.
 */
import { codes } from 'micromark-util-symbol'
import type { Extension } from 'micromark-util-types'
import type { Processor } from 'unified'
import { attributeList, attributeListFromMarkdown } from './attribute-list.ts'
import { bracketedSpan, bracketedSpanFromMarkdown } from './bracketed-span.ts'
import { citationGroup, narrativeCitation } from './citation.ts'
import { citationFromMarkdown } from './citation-nodes.ts'
import { directive } from './directive.ts'
import { directiveFromMarkdown } from './directive-node.ts'
import { fencedDivFromMarkdown } from './div-node.ts'
import { drawnDashes, drawnGrid, drawnPipes } from './drawn-table.ts'
import { drawnTableFromMarkdown } from './drawn-table-node.ts'
import { equation, equationFromMarkdown } from './equation.ts'
import { equationText } from './equation-text.ts'
import { escapedMarkFromMarkdown } from './escaped-mark.ts'
import { fencedDiv } from './fenced-div.ts'
import { imageLabelFromMarkdown } from './image-label.ts'
import { inlineMath, inlineMathFromMarkdown } from './inline-math.ts'
import { inlineNote, inlineNoteFromMarkdown } from './inline-note.ts'
import { latexText } from './latex.ts'
import { latexBlock } from './latex-block.ts'
import { latexFromMarkdown } from './latex-nodes.ts'
import { markedItemFromMarkdown, markedItems } from './marked-item.ts'
import { noBreakSpace, noBreakSpaceFromMarkdown } from './no-break-space.ts'
import { pipeTableFromMarkdown } from './pipe-table-node.ts'
import { raisedTextFromMarkdown, subscript, superscript } from './raised-text.ts'
import { rawAttribute } from './raw-attribute.ts'
import { role, roleFromMarkdown } from './role.ts'
import { shortcode, shortcodeFromMarkdown } from './shortcode.ts'
import { blockBreak, lineComment, singleLineFromMarkdown, targetName } from './single-line.ts'
import { substitution, substitutionFromMarkdown } from './substitution.ts'

const tokenizers: Extension = {
  document: markedItems,
  flow: {
    [codes.dollarSign]: equation,
    [codes.colon]: [directive, fencedDiv],
    [codes.graveAccent]: directive,
    [codes.tilde]: directive,
    [codes.leftParenthesis]: targetName,
    [codes.percentSign]: lineComment,
    [codes.plusSign]: [drawnGrid, blockBreak],
    [codes.dash]: drawnDashes,
    [codes.verticalBar]: drawnPipes,
  },
  text: {
    [codes.dollarSign]: [equationText, inlineMath],
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

const nodes = [
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
  roleFromMarkdown,
  singleLineFromMarkdown,
  substitutionFromMarkdown,
]

interface ManuscriptSyntax {
  /** First and last lines of LaTeX that stands on lines of its own (`latex-grammar/environment-pairs.ts`). */
  readonly latexLines: ReadonlyMap<number, number>
}

export function manuscriptSyntax(this: Processor, { latexLines }: ManuscriptSyntax): void {
  const data = this.data()
  const others = [...(data.micromarkExtensions ?? []), tokenizers]
  // A cell of a table is parsed by itself, where these lines are others.
  const latex: Extension = { flow: { [codes.backslash]: latexBlock(latexLines) } }
  data.micromarkExtensions = [...others, latex]
  const cells = () => ({ extensions: others, mdastExtensions: data.fromMarkdownExtensions ?? [] })
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    ...nodes,
    drawnTableFromMarkdown(cells),
  ]
}
