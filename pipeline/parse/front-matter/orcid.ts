/** An ORCID iD in any form that authors write: bare, as an address, with dashes of any kind or none. */

/** `0000-0002-1825-0097`; undefined where the check digit or the form is wrong. */
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

/** ISO 7064 MOD 11-2, as ORCID and ISNI use it. */
function isChecked(digits: string): boolean {
  let total = 0
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return digits.at(-1) === (check === 10 ? 'X' : String(check))
}
