/**
 * Manuscripts of Quarto, R Markdown, Manubot and pandoc-crossref as their authors wrote them: the tree
 * contains at least the figures, equations, notes, callouts and keys that regular expressions find in the
 * source. It can contain more, such as figures in LaTeX.
 */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'
import type { Manuscript } from '../../pipeline/model/article.ts'
import { findManuscript, parse } from '../../pipeline/parse/index.ts'
import { hasShared, shared } from '../needs.ts'

const folder = 'corpora/manuscripts/'
const isHere = hasShared(folder)
const names = isHere
  ? readdirSync(new URL(folder, shared)).filter(name => /^(?:quarto|rticles|manubot|pandoc)-/.test(name))
  : []

describe.skipIf(!isHere)('manuscripts of other tools', () => {
  test.each(names)('%s: the tree contains all parts', async name => {
    const source = await findManuscript(fileURLToPath(new URL(`${folder}${name}`, shared)), diskHost)
    const manuscript = await parse({ ...source, host: diskHost })
    if (!manuscript) throw new Error('Nothing could be read')
    const expected = partsInSource(plainSource(String(manuscript.file)))
    const actual = partsInTree(manuscript)
    expect(expected.keys.filter(key => !actual.keys.has(key))).toEqual([])
    for (const [part, count] of Object.entries(expected.counts))
      expect({ part, isLess: (actual.counts.get(part) ?? 0) < count, count }).toMatchObject({ isLess: false })
  })
})

/**
 * The source without front matter, comments, code and LaTeX environments. A code cell that makes a figure is
 * replaced by the word `CELL-FIGURE`.
 */
function plainSource(source: string): string {
  return source
    .replace(/^---\n[\s\S]*?\n(?:---|\.\.\.)\n/, '')
    .replace(/<!--[\s\S]*?-->|<div[\s\S]*?<\/div>/g, '')
    .replace(/^([`~]{3,})(.*)\n([\s\S]*?)^\1\s*$/gm, (_, __, info: string, code: string) =>
      /fig[.-]cap|label: fig-|include_graphics/.test(info + code) &&
      !/opts_chunk/.test(code) &&
      /^\s*\{(?:r|python)\b/.test(info)
        ? '\nCELL-FIGURE\n'
        : '\n',
    )
    .replace(/^ {4,}.*$/gm, '')
    .replace(/\\begin\{(\w+\*?)\}[\s\S]*?\\end\{\1\}/g, '')
    .replace(/(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g, '')
}

/** The keys of citations and cross-references, and the number of other parts, by regular expressions. */
function partsInSource(source: string) {
  const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0
  const keys = source.replace(/\$[^$]*\$/g, '').replace(/<[^>\s]*>|\([^()\s]*\)|\S+@\S+\.\w+/g, '')
  return {
    keys: [...keys.matchAll(/(?<=^|[\s[;(-])@([\p{L}\d_]+(?:[:.#$%&+?~/-]+[\p{L}\d_]+)*)/gmu)].map(
      ([, key = '']) => key.replace(/^[FT](?=ig:|bl:)/, first => first.toLowerCase()),
    ),
    counts: {
      figure: count(/^!\[(?:[^\]]|\](?!\())*\]\([^)]*\)(?:\{[^}]*\})?$/gm) + count(/^CELL-FIGURE$/gm),
      equation: Math.floor(count(/(?<!\\)\$\$/g) / 2),
      note: count(/\^\[/g),
      footnoteReference: count(/\[\^[\w-]+\](?!:)/g),
      callout: count(/^::: \{\.callout-/gm),
    },
  }
}

/** The same for the tree of the manuscript. */
function partsInTree({ body }: Manuscript) {
  const counts = new Map<string, number>()
  const keys = new Set<string>()
  const add = (part: string) => counts.set(part, (counts.get(part) ?? 0) + 1)
  visit(body, (node: Nodes) => {
    if (node.type === 'panel') add('figure')
    else if (node.type === 'contentPanel') add('figure')
    else if (node.type === 'admonition') add('callout')
    else add(node.type === 'figure' ? 'whole figure' : node.type)
    if (node.type === 'citation') for (const item of node.items) keys.add(item.key)
    if (node.type === 'crossReference') for (const item of node.items) keys.add(item.id)
  })
  return { counts, keys }
}
