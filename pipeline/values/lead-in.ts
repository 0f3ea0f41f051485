/** Words that lead to a reference, "see" or "cf.", and are no label of it. */
const leadIn =
  /(?:^|[ (])(?:also|and|as|c\.?f\.?|compare|e\.?g\.?|from|i\.?e\.?|in|of|or|see|to|viz\.?|with),?$/i

export function isLeadIn(words: string): boolean {
  return leadIn.test(words)
}
