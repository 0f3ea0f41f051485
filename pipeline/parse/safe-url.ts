/** Addresses that a link may lead to. Browsers pass over white space and control characters in the scheme. */

const schemes: ReadonlySet<string> = new Set([
  'doi',
  'ftp',
  'ftps',
  'git',
  'http',
  'https',
  'info',
  'mailto',
  'ssh',
  'tel',
  'urn',
])

/** True for the schemes above, for fragments and for files beside the manuscript. */
export function isSafeUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const text = url.replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\uFEFF]/g, '')
  const scheme = /^([^/?#:]*):/.exec(text)?.[1]
  return scheme === undefined || schemes.has(scheme.toLowerCase())
}

/** `doi:10.1000/x` as an address that browsers know. */
export function webUrl(url: string): string {
  return url.replace(/^\s*doi:\s*(?=10\.)/i, 'https://doi.org/').trim()
}
