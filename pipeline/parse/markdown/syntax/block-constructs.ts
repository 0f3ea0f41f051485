/**
 * The names of constructs that begin a block. micromark's `disable` takes these names, so that text which is
 * a part of a paragraph is read without blocks: the words around a citation key (`plain-phrase.ts`), and the
 * text inside HTML tags and LaTeX commands (`parse/markdown/index.ts`).
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
 * breaks, line comments and GFM's footnote definitions are not listed: they stay enabled.
 */
export const blockConstructs: readonly string[] = [
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
