/** Regular expressions for the spellings of a key that Offprint reads as one: `short-title`, `shortTitle`. */

/** `short-title` → a pattern for `short-title`, `short_title`, `shortTitle` and `Short Title`. */
export function keyPattern(key: string): string {
  return `^${spellings(key)}$`
}

/** A pattern for all spellings of all keys. */
export function keysPattern(keys: readonly string[]): string {
  return `^(?:${keys.map(spellings).join('|')})$`
}

function spellings(key: string): string {
  const parts = key.split('-').map(part => {
    const first = part.charAt(0)
    const [small, large] = [first.toLowerCase(), first.toUpperCase()]
    return small === large ? part : `[${small}${large}]${part.slice(1)}`
  })
  return parts.join('[ _-]*')
}
