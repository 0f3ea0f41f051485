/**
 * The DOI in a text: `https://doi.org/10.1/x`, `doi:10.1/x`, `10.1/x` → `10.1/x`; undefined for anything
 * else.
 */
export function doiOf(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? bare : undefined
}

/** The web address of a bare DOI. Characters such as `#`, `?`, `<` and `%` in it are escaped. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}
