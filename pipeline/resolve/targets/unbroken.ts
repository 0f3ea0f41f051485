/** A number with a space in it, `III A`, is never divided at the end of a line. */
export function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00A0')
}
