/** Rows of a table as a CSV file (RFC 4180). */

/**
 * Returns the text of the file. A byte order mark, by which Excel recognizes UTF-8, is added only if the
 * text needs it. Minus signs of numbers become hyphens, as programs read them. Text that a spreadsheet would
 * run as a formula gets an apostrophe (OWASP, "CSV Injection"). The function is sent to the reader's browser
 * as text, so it uses only its arguments.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const isNumber = (text: string) => /^[-+]?\.?\d[\d\s.,±()%*]*(e[-+]?\d+)?$/i.test(text)
  const field = (text: string) => {
    const plain = text.replace(/^−(?=\.?\d)/, '-')
    const value = isNumber(plain) ? plain : text
    const safe = /^[=+\-@＝＋－＠]./s.test(value) && !isNumber(value) ? `'${value}` : value
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = rows.map(row => `${row.map(field).join()}\r\n`).join('')
  return /[^\0-\x7f]/.test(lines) ? `\ufeff${lines}` : lines
}
