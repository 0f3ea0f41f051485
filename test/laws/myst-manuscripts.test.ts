/**
 * Real manuscripts in MyST. A search with patterns counts references, images, tables, equations and notes in
 * the source, without code and comments; the tree must have the same numbers of them, and the HTML the same
 * numbers of images, notes and tables.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'
import { buildArticle } from '../build-article.ts'
import { hasShared, shared } from '../needs.ts'

const folder = 'corpora/manuscripts'
const names = globSync(`${folder}/myst*/**/*.md`, { cwd: fileURLToPath(shared) }).toSorted()

/** Manuscript → the right counts, where those of the search are wrong. */
const differences: Readonly<Record<string, object>> = {
  // `[@name](https://…)` is a link, not a citation. A footnote mark that touches a web address is a part of
  // the address (GFM).
  'corpora/manuscripts/mystdoc-citations/citations.md': { references: 16, notes: 0 },
  // Code within several kinds of marks misleads the search.
  'corpora/manuscripts/mystdoc-cross-references/cross-references.md': { references: 9 },
  // The file of one `{table}` is missing.
  'corpora/manuscripts/mystdoc-tables/tables.md': { tables: 1 },
}

describe.skipIf(!hasShared(folder))('manuscripts in MyST', () => {
  test('are found in the corpus', () => expect(names.length).toBeGreaterThan(30))

  test.each(names)('%s: no part is lost', async name => {
    const source = readFileSync(new URL(name, shared), 'utf8')
    const text = searchable(source)
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
    const keys = [...text.matchAll(/\{cite(?::\w+)?\}‹([^›]*)›/g)].flatMap(
      match => match[1]?.split(/[,;]/) ?? [],
    )
    const counts = countsOf(parseMarkdown(new VFile(source)))
    expect(counts).toEqual({
      references:
        keys.length +
        // A key after `@`, a reference by role or by link, a link to a DOI.
        count(/(?<![\w\\/.@]|\]\()@(?=[\w{])/g) +
        count(/\{(?:ref|numref|eq|prf:ref|proof:ref)\}‹/g) +
        count(/(?<!!)\[[^[\]]*(?:%s|\{number\}|\{name\})[^[\]]*\]\(#[^)]*\)/g) +
        count(/(?<!!)\[\]\((?:#[^)]*|doi:[^)]*|https?:\/\/doi\.org\/[^)]*|[\w:-]+)\)/g) +
        count(/<doi:[^>]*>/g),
      images:
        count(/!\[(?:[^[\]]|\[[^\]]*\])*\]\(/g) +
        count(/^[ \t>]*(?:%%%|:{3,})\s*\{(?:figure|image)\}[ \t]+\S/gm),
      tables:
        count(/^[ \t>]*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?\s*$/gm) + count(/\{(?:list|csv)-table\}/g),
      equations:
        count(/^[ \t>]*(?:%%%|:{3,})\s*\{math\}/gm) +
        count(/\$\$(?:(?!\$\$)[\s\S])+\$\$/g) +
        count(/\n\n\\begin\{(?:equation|align|gather|multline)\*?\}/g),
      notes: count(/\[\^[^\]]+\](?!:)/g),
      ...differences[name],
    })
    const { html } = await buildArticle({ 'article.md': source })
    expect(html.match(/<img |missing-image/g)?.length ?? 0).toBe(counts.images)
    expect(html.match(/<sup class="note-mark"/g)?.length ?? 0).toBe(counts.notes)
    expect(html.match(/<table[ >]/g)?.length ?? 0).toBe(counts.tables)
  })
})

/** The source without front matter, blocks of code, inline code and comments. Roles become `{name}‹text›`. */
function searchable(source: string): string {
  const lines: string[] = []
  const open: string[] = []
  let code: string | undefined
  for (const line of source
    .replaceAll('\r\n', '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split('\n')) {
    const [, marks = '', info = ''] = /^[ \t>]*(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (code !== undefined) {
      if (marks.startsWith(code) && info.trim() === '') code = undefined
    } else if (marks !== '' && info.trim() === '' && open.length > 0) open.pop()
    else if (/^\s*\{(?!myst\}|code|raw|mermaid|include|python|r\})[\w:-]+\}/.test(info)) {
      open.push(marks)
      lines.push(line.replace(marks, '%%%'))
    } else if (marks !== '') code = marks
    else lines.push(line)
  }
  return lines
    .join('\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^%(?!%).*$/gm, '')
    .replace(/(?<![`}])(``+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    .replace(/\{([\w:-]+)\}`([^`]*)`/g, '{$1}‹$2›')
    .replace(/(?<!`)(`+)(?!`)[^`](?:(?!\n\n)[\s\S])*?(?<!`)\1(?!`)/g, '')
}

function countsOf(tree: Nodes) {
  const counts = { references: 0, images: 0, tables: 0, equations: 0, notes: 0 }
  visit(tree, node => {
    if (node.type === 'citation' || node.type === 'crossReference') counts.references += node.items.length
    if (node.type === 'panel' || node.type === 'image') counts.images++
    if (node.type === 'table') counts.tables++
    if (node.type === 'equation') counts.equations++
    if (node.type === 'footnoteReference' || node.type === 'note') counts.notes++
  })
  return counts
}
