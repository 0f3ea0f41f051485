/** For elements that may contain only some kinds of blocks. */
import type { Element } from 'xast'
import { x } from 'xastscript'

/** Puts everything that is not in `allowed` into a paragraph, which may contain all kinds of blocks. */
export function asParagraphs(content: readonly Element[], allowed: readonly string[] = ['p']): Element[] {
  return content.map(element => (allowed.includes(element.name) ? element : x('p', [element])))
}
