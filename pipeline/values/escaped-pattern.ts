/** The text as a regular expression that matches it. `RegExp.escape`, which Node 22 lacks, does the same. */
export function escapedPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
