/** ROR iDs, which name research organisations: `03yrm5c26` (https://ror.readme.io/docs/identifier). */

/** The digits of Crockford's base 32, which has no letters that look like figures. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * True if the form and the check digits (ISO 7064 MOD 97-10) are right. `text`: in lower case, without an
 * address.
 */
export function isRor(text: string): boolean {
  if (!/^0[a-hjkmnp-tv-z\d]{6}\d{2}$/.test(text)) return false
  const number = [...text.slice(0, 7)].reduce((value, digit) => value * 32 + digits.indexOf(digit), 0)
  return 98 - ((number * 100) % 97) === Number(text.slice(7))
}
