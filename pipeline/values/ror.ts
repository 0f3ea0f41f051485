/** ROR iDs, which name research organisations: `03yrm5c26` (https://ror.readme.io/docs/identifier). */

/** Crockford's base 32: without letters that look like figures. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** In lower case, without an address before it: by its form, and by its check digits (ISO 7064 MOD 97-10). */
export function isRor(text: string): boolean {
  if (!/^0[a-hjkmnp-tv-z\d]{6}\d{2}$/.test(text)) return false
  const number = [...text.slice(0, 7)].reduce((value, digit) => value * 32 + digits.indexOf(digit), 0)
  return 98 - ((number * 100) % 97) === Number(text.slice(7))
}
