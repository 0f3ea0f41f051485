/** The examples of docs/library.md: what they say is run from the installed package, and type-checked. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const guide = fileURLToPath(new URL('../../docs/library.md', import.meta.url))

/** The texts of the TypeScript examples, in order. */
export function examples(): readonly string[] {
  return Array.from(readFileSync(guide, 'utf8').matchAll(/^```ts\n(.*?)^```/gms), ([, text = '']) => text)
}

/** The manuscript that the examples build: `tides.md`. One reference leads nowhere. */
export const paper = `---
title: Tides
author: Ada Reed
bibliography: references.enw
---

The sea rises twice a day [@reed2020], as @fig:none shows.

$$ h = a \\cos \\omega t $$

# References
`

/** `references.enw`, in a format that a plug-in of citation-js reads. */
export const references = '%0 Journal Article\n%A Reed, Ada\n%T Tides\n%J Shore\n%D 2020\n%F reed2020\n'

/** What the examples print, in order. */
export const printed = [
  /^tides\.html: \d{5,} bytes\n.*tides\.md:7:\d+.*@fig:none/s,
  /^tides\.md:7:\d+ .*@fig:none.* \(reference-unresolved\)\n/m,
  /^paper\.html\n$/,
  /^1\n$/,
]
