/**
 * Decodes a text: `big%20one` → `big one` (RFC 3986, section 2.1). A text whose percent signs are not UTF-8
 * octets stays as it is.
 */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
