/**
 * Joins a title and its subtitle or addition into one text:
 *
 *     'Wells' ': ' 'A study'    →   Wells: A study
 *     'Why?'  ': ' 'An answer'  →   Why? An answer
 */

/**
 * Joins a title and the rest of it. `mark` is put between the two unless `title` already ends with a
 * punctuation mark. Both texts may contain the tags of CSL-JSON; if one of them is empty, the other is
 * returned.
 */
export function joinTitle(title: string, mark: string, rest: string): string {
  if (title === '' || rest === '') return title || rest
  return /[?!:.…](?:<\/[a-z]+>|[\uE001”’"])*$/.test(title) ? `${title} ${rest}` : `${title}${mark}${rest}`
}
