/** Words before a reference, such as "see" or "cf.", that are not its label. */
const leadIn =
  /(?:^|[ (])(?:also|and|as|c\.?f\.?|compare|e\.?g\.?|from|i\.?e\.?|in|of|or|see|to|viz\.?|with),?$/i

export function isLeadIn(words: string): boolean {
  return leadIn.test(words)
}
