/**
 * Removes the comments of a style sheet, so that they are not sent with every page. A comment that begins
 * with `/*!` is kept: tools such as cssnano, clean-css and Sass mark licences by it. The rules do not change.
 */

/** A complete comment (CSS Syntax 3, 4.3.2). */
const comment = String.raw`\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/`

/** Comments, and the parts of a style sheet in which the characters of a comment do not begin a comment. */
const parts = new RegExp(
  [
    // Comments that fill whole lines, with the end of the last line.
    String.raw`(?<![^\n])[ \t]*(?:(?!\/\*!)${comment}[ \t]*)+(?:\r?\n|$)`,
    comment,
    // A comment without an end goes on to the end of the style sheet.
    String.raw`\/\*[\s\S]*`,
    // Strings. The end of a line ends a string, unless a backslash stands before it (4.3.5).
    String.raw`"(?:\\(?:\r\n|[\s\S])|[^"\\\n\r\f])*"?`,
    String.raw`'(?:\\(?:\r\n|[\s\S])|[^'\\\n\r\f])*'?`,
    // `url()` without quotation marks goes on to the next `)`, also if it is malformed (4.3.6, 4.3.14).
    String.raw`url\([ \t\n\r\f]*(?!["' \t\n\r\f])(?:\\[\s\S]|[^\\)])*`,
    // Names, numbers and keywords are read whole: a name that only ends in "url" does not begin `url()`.
    String.raw`[@#]?(?:[\w-]|[^\0-\x7f]|\\[^\n\r\f])+`,
  ].join('|'),
  'gi',
)

/** Removes the comments of `css`. A comment on lines of its own is removed with these lines. */
export function withoutCssComments(css: string): string {
  return css.replace(parts, (part: string, offset: number) => {
    const text = part.trimStart()
    if (!text.startsWith('/*') || text.startsWith('/*!')) return part
    const isSeparateBefore =
      offset === 0 || /(?<!\\)[\n{};,]$/.test(css.slice(Math.max(0, offset - 2), offset))
    const isSeparateAfter = /^(?:[\s{};,]|$)/.test(css.slice(offset + part.length, offset + part.length + 1))
    // Without a comment between them, `.a/* */b` would become one name. An empty comment keeps them apart.
    return isSeparateBefore || isSeparateAfter ? '' : '/**/'
  })
}
