/** Removes indents and gaps from a reader script: Node leaves spaces in the places of types. */

/**
 * Shortens all white space at the beginning of lines and inside them. `script`: JavaScript in which no string
 * and no pattern has two spaces in a row, and no template literal has a line break.
 */
export function withoutSpareSpaces(script: string): string {
  return script.replace(/\n\s+/g, '\n').replace(/ {2,}/g, ' ')
}
