/**
 * What Offprint's manuscripts write beyond CommonMark and GFM, as one plugin for remark-parse: citations,
 * notes, attributes, spans, math and divs, after pandoc. A construct is one file; this is their list.
 */
import { codes } from 'micromark-util-symbol'
import type { Extension } from 'micromark-util-types'
import type { Processor } from 'unified'
import { attributeList, attributeListFromMarkdown } from './attribute-list.ts'
import { bracketedSpan, bracketedSpanFromMarkdown } from './bracketed-span.ts'
import { citationGroup, narrativeCitation } from './citation.ts'
import { citationFromMarkdown } from './citation-nodes.ts'
import { fencedDivFromMarkdown } from './div-node.ts'
import { equation, equationFromMarkdown } from './equation.ts'
import { equationText } from './equation-text.ts'
import { fencedDiv } from './fenced-div.ts'
import { imageLabelFromMarkdown } from './image-label.ts'
import { inlineMath, inlineMathFromMarkdown } from './inline-math.ts'
import { inlineNote, inlineNoteFromMarkdown } from './inline-note.ts'
import { latexText } from './latex.ts'
import { latexBlock } from './latex-block.ts'
import { latexFromMarkdown } from './latex-nodes.ts'

const tokenizers: Extension = {
  flow: {
    [codes.dollarSign]: equation,
    [codes.colon]: fencedDiv,
  },
  text: {
    [codes.dollarSign]: [equationText, inlineMath],
    [codes.dash]: narrativeCitation,
    [codes.atSign]: narrativeCitation,
    [codes.leftSquareBracket]: [bracketedSpan, citationGroup],
    [codes.caret]: inlineNote,
    [codes.leftCurlyBrace]: [attributeList, latexText],
    [codes.backslash]: latexText,
    [codes.leftParenthesis]: latexText,
  },
}

const nodes = [
  attributeListFromMarkdown,
  bracketedSpanFromMarkdown,
  citationFromMarkdown,
  equationFromMarkdown,
  fencedDivFromMarkdown,
  imageLabelFromMarkdown,
  inlineMathFromMarkdown,
  inlineNoteFromMarkdown,
  latexFromMarkdown,
]

export interface ManuscriptSyntax {
  /** First and last lines of LaTeX that stands on lines of its own (`latex/environment-pairs.ts`). */
  readonly latexLines: ReadonlyMap<number, number>
}

export function manuscriptSyntax(this: Processor, { latexLines }: ManuscriptSyntax): void {
  const data = this.data()
  const latex: Extension = { flow: { [codes.backslash]: latexBlock(latexLines) } }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), tokenizers, latex]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...nodes]
}
