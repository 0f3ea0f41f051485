/**
 * What Offprint's manuscripts write beyond CommonMark and GFM, as one plugin for remark-parse: citations,
 * notes, attributes, spans, math and divs, after pandoc; directives, roles and targets, after MyST. A construct is one file; this is their list.
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
import { equation, equationFromMarkdown } from './equation.ts'
import { equationText } from './equation-text.ts'
import { fencedDiv } from './fenced-div.ts'
import { imageLabelFromMarkdown } from './image-label.ts'
import { inlineMath, inlineMathFromMarkdown } from './inline-math.ts'
import { inlineNote, inlineNoteFromMarkdown } from './inline-note.ts'
import { role, roleFromMarkdown } from './role.ts'
import { blockBreak, lineComment, singleLineFromMarkdown, targetName } from './single-line.ts'
import { substitution, substitutionFromMarkdown } from './substitution.ts'

const tokenizers: Extension = {
  flow: {
    [codes.dollarSign]: equation,
    [codes.colon]: [directive, fencedDiv],
    [codes.graveAccent]: directive,
    [codes.tilde]: directive,
    [codes.leftParenthesis]: targetName,
    [codes.percentSign]: lineComment,
    [codes.plusSign]: blockBreak,
  },
  text: {
    [codes.dollarSign]: [equationText, inlineMath],
    [codes.dash]: narrativeCitation,
    [codes.atSign]: narrativeCitation,
    [codes.leftSquareBracket]: [bracketedSpan, citationGroup],
    [codes.caret]: inlineNote,
    [codes.leftCurlyBrace]: [role, substitution, attributeList],
  },
}

const nodes = [
  attributeListFromMarkdown,
  bracketedSpanFromMarkdown,
  citationFromMarkdown,
  directiveFromMarkdown,
  equationFromMarkdown,
  fencedDivFromMarkdown,
  imageLabelFromMarkdown,
  inlineMathFromMarkdown,
  inlineNoteFromMarkdown,
  roleFromMarkdown,
  singleLineFromMarkdown,
  substitutionFromMarkdown,
]

export function manuscriptSyntax(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), tokenizers]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...nodes]
}
