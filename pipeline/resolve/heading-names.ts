/**
 * The ids that a heading has in the Markdown that authors know, made from its text: pandoc's and Quarto's
 * (`Methods_and 2.1` → `methods_and-2.1`), and those of GitHub and MyST (→ `methods_and-21`).
 */
import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/** The words of a heading; its notes are none of them. */
export function headingText(heading: Heading): string {
  return plainText(
    heading.children.filter(child => child.type !== 'note' && child.type !== 'footnoteReference'),
  ).trim()
}

/** Pandoc's manual, "auto_identifiers": marks go, but for `_`, `-` and `.`; all before the first letter goes. */
export function pandocId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '')
}

/** GitHub's: marks go, but for `_` and `-`; each space is a hyphen. */
export function githubId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/** Only letters and digits, which all spellings share. */
export function plainId(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
