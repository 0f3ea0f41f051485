/**
 * The element that a link within the page leads to (HTML, "find a potential indicated element"): `#caf%C3%A9`
 * → `id="café"`.
 */

/**
 * The element that a link leads to. The function is sent to the reader's browser as text, so it uses only its
 * arguments.
 */
export function targetOf({ hash }: HTMLAnchorElement): HTMLElement | undefined {
  const fragment = hash.slice(1)
  const asWritten = document.getElementById(fragment)
  if (asWritten) return asWritten
  try {
    return document.getElementById(decodeURIComponent(fragment)) ?? undefined
  } catch {
    // The fragment is not valid percent-encoding, for example `#100%`, so the link leads nowhere.
    return undefined
  }
}
