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

/**
 * The constructs of CommonMark, GFM's `table`, and constructs of this folder. Directives, target names, block
 * breaks, line comments and GFM's footnote definitions also begin a block, but stay enabled.
 */
export const disabledInPhrases: readonly string[] = [
  ...commonMarkBlocks,
  'drawnDashes',
  'drawnGrid',
  'drawnPipes',
  'equation',
  'fencedDiv',
  'latexBlock',
  'markedItem',
  'table',
]
