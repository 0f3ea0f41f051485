/**
 * The names of constructs that begin a block, for micromark's option `disable`. They are disabled while text
 * is read that is a part of a paragraph: the words around a key in a MyST citation role (`plain-phrase.ts`),
 * the text between HTML tags and the text inside LaTeX (`parse/markdown/index.ts`).
 */

/** The constructs of CommonMark that begin a block. */
export const commonMarkBlocks: readonly string[] = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
]

/** The constructs of CommonMark and GFM, and those of this folder. */
export const disabledInPhrases: readonly string[] = [
  ...commonMarkBlocks,
  'blockBreak',
  'directive',
  'drawnDashes',
  'drawnGrid',
  'drawnPipes',
  'equation',
  'fencedDiv',
  'gfmFootnoteDefinition',
  'latexBlock',
  'lineComment',
  'markedItem',
  'table',
  'targetName',
]
