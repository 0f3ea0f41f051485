/**
 * A title and what follows it: `Wells`, `: `, `A study` → `Wells: A study`; `Why?`, `: `, `An answer` → `Why?
 * An answer`.
 */

/**
 * `mark`: between the two, where the first does not end with one. Either may be empty. May hold the tags of
 * CSL-JSON.
 */
export function joinTitle(title: string, mark: string, rest: string): string {
  if (title === '' || rest === '') return title || rest
  return /[?!:.…](?:<\/[a-z]+>|[\uE001”’"])*$/.test(title) ? `${title} ${rest}` : `${title}${mark}${rest}`
}
