/** Addresses that a reader can follow: web addresses (http and https) and e-mail addresses. */

/** `doi:10.1000/x` and `www.example.org` → web addresses; other texts are only trimmed. */
export function webAddress(text: string): string {
  return text
    .trim()
    .replace(/^(?:doi:\s*|(?:dx\.)?doi\.org\/)(?=10\.)/i, 'https://doi.org/')
    .replace(/^www\.(?=[^\s.])/i, 'https://www.')
}

/** True if a browser accepts it as a web address; not for `https://doi.org10.1000/x` or `http://:80`. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/**
 * Matches an e-mail address, `jane@example.org`: a part of RFC 5322, without characters that have a meaning
 * in a `mailto:` address.
 */
const email = /^[^\s\p{C}@<>()[\]{},;:"\\?&]+@[^\s\p{C}@<>()[\]{},;:"\\?&/]+$/u

export function isEmail(text: string): boolean {
  return email.test(text)
}

/** The `mailto:` address (RFC 6068), escaped so that no part can be a header of the letter. */
export function mailtoAddress(email: string): string {
  return `mailto:${email.split('@').map(encodeURIComponent).join('@')}`
}
