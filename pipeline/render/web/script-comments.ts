/**
 * Removes the comments of a reader script, so that they are not sent with every page. Only comments on lines
 * of their own are removed: a comment beside code cannot be told from a string without a parser.
 */

/** Matches one or more lines with nothing but a comment, with the end of the last line. */
const commentLines = /(?<![^\n])[ \t]*(?:\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)[ \t\r]*(?:\n|$)/g

/**
 * Removes lines that are only comments. `script`: JavaScript in which no template literal has a line that
 * looks like a comment.
 */
export function withoutCommentLines(script: string): string {
  return script.replace(commentLines, '')
}
