/**
 * A style sheet in pieces (CSS Syntax Level 3, 4.3), as far as the checks of a journal need them: what is
 * inside a comment, a string or an address is no sign of the syntax.
 */

export interface CssToken {
  readonly kind: 'comment' | 'string' | 'address' | 'word' | 'space' | 'sign'
  readonly text: string
  /** The number of characters before it. */
  readonly at: number
}

const pieces = new RegExp(
  [
    // A comment without an end goes on to the end of the style sheet.
    String.raw`(?<comment>\/\*(?:[\s\S]*?\*\/|[\s\S]*))`,
    // The end of a line ends a string, unless a backslash stands before it.
    String.raw`(?<string>"(?:\\(?:\r\n|[\s\S])|[^"\\\n\r\f])*"?|'(?:\\(?:\r\n|[\s\S])|[^'\\\n\r\f])*'?)`,
    // `url()` with a string inside is a function; without quotation marks it is one piece.
    String.raw`(?<address>url\([ \t\n\r\f]*(?!["' \t\n\r\f])(?:\\[\s\S]|[^\\)])*\)?)`,
    String.raw`(?<word>[@#]?(?:[\w-]|[^\0-\x7f]|\\[^\n\r\f])+)`,
    String.raw`(?<space>[ \t\n\r\f]+)`,
    String.raw`(?<sign>[\s\S])`,
  ].join('|'),
  'gi',
)

/** Reads a style sheet. The texts of the pieces together are the style sheet. */
export function cssTokens(css: string): readonly CssToken[] {
  return Array.from(css.matchAll(pieces), match => {
    const [kind = 'sign'] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? []
    // The cast is safe: the groups of the expression have these names.
    return { kind: kind as CssToken['kind'], text: match[0], at: match.index }
  })
}
