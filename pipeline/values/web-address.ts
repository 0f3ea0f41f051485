/** Addresses that a reader can follow: of the web (http and https alone), and of e-mail. */

/** `doi:10.1000/x` and `www.example.org` as addresses that browsers know; any other as it is, trimmed. */
export function webAddress(text: string): string {
  return text
    .trim()
    .replace(/^(?:doi:\s*|(?:dx\.)?doi\.org\/)(?=10\.)/i, 'https://doi.org/')
    .replace(/^www\.(?=[^\s.])/i, 'https://www.')
}

/** Whether a browser reads it as one: not `https://doi.org10.1000/x`, not `http://:80`. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** A simple pattern (RFC 5322 has more), without what would have a meaning in an address: `jane@example.org`. */
const email = /^[^\s\p{C}@<>()[\]{},;:"\\?&]+@[^\s\p{C}@<>()[\]{},;:"\\?&/]+$/u

export function isEmail(text: string): boolean {
  return email.test(text)
}

/** RFC 6068: nothing in it is a header of the letter. */
export function mailtoAddress(email: string): string {
  return `mailto:${email.split('@').map(encodeURIComponent).join('@')}`
}
