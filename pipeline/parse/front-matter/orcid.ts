/** Reads an ORCID iD in any form: bare or as a web address, with any kind of dashes or none. */

/** Returns the form `0000-0002-1825-0097`; undefined if the form or the check digit is wrong. */
export function readOrcid(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, '')
    .replace(/^orcid:?\s*/i, '')
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .toUpperCase()
  if (!/^\d{15}[\dX]$/.test(digits) || !isChecked(digits)) return undefined
  return digits.replace(/(.{4})(?=.)/g, '$1-')
}

/** Whether the check digit is right, by ISO 7064 MOD 11-2, as for ORCID and ISNI. */
function isChecked(digits: string): boolean {
  let total = 0
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return digits.at(-1) === (check === 10 ? 'X' : String(check))
}
