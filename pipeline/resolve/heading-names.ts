/**
 * The ids that other Markdown programs make from the text of a heading: pandoc and Quarto (`Methods_and 2.1`
 * → `methods_and-2.1`), GitHub and MyST (→ `methods_and-21`).
 */
import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/** The text of a heading without its notes. */
export function headingText(heading: Heading): string {
  return plainText(
    heading.children.filter(child => child.type !== 'note' && child.type !== 'footnoteReference'),
  ).trim()
}

/**
 * The id that pandoc makes: drops all marks except `_`, `-` and `.`, and everything before the first letter
 * (pandoc, "auto_identifiers").
 */
export function pandocId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '')
}

/** The id that GitHub makes: drops all marks except `_` and `-`; each space becomes a hyphen. */
export function githubId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/** Letters and digits alone, without accents: what all spellings of an id have in common. */
export function plainId(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
