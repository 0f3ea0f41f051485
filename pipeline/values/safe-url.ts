/** Addresses that a link may lead to. Browsers ignore white space and control characters in the scheme. */

const schemes: ReadonlySet<string> = new Set(['doi', 'http', 'https', 'mailto'])

/**
 * True for the schemes above, for fragments and for files beside the manuscript, but not for `//example.org`.
 */
export function isSafeUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern removes them.
  const text = url.replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\uFEFF]/g, '')
  const scheme = /^([^/?#:]*):/.exec(text)?.[1]
  return scheme === undefined ? !/^[/\\]{2}/.test(text) : schemes.has(scheme.toLowerCase())
}
