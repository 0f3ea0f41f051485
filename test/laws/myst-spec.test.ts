/**
 * MyST's own cases: what they say a text holds, of the nodes that both trees know, ours holds too, in the
 * same order and with the same words. What we read otherwise on purpose is listed with its reason.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Nodes } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'
import { hasShared, shared } from '../needs.ts'

const spec = 'corpora/tests/myst-spec/myst-spec-cases.json'
const parser = 'corpora/tests/myst-parser/myst-parser/{directives,roles}/*.yml'

/** Title → why it differs. */
const differences: Readonly<Record<string, string>> = {
  'comments: Comment with script tag': 'in a paragraph a line that begins with % is text: "50 \\n% of them"',
  'directives.generic: Unknown directive': 'shown as it stands',
  'embed directive: embed directive parses': 'its address is shown',
  'include directive: include directive parses': 'files are put together before the text is read',
  'mdast directive: mdast directive parses': 'shown as it stands',
  'mermaid directive: mermaid directive parses': 'shown as it stands',
  'myst directive: myst directive parses': 'shown as code',
  'references.equations: Link-style equation reference': 'a reference, not a link that is resolved later',
  'references.figures: Figure reference with custom numref':
    'words with a place for the number are filled later',
  'references.figures: Figure reference with custom ref': 'a link with its words',
  'references.figures: Invalid figure reference': 'words with a place for the number are filled later',
  'references.figures: Link-style figure reference with default ref': 'a reference, as above',
  'references.headings: Link-style default header reference': 'a reference, as above',
  'references.tables: Link-style table figure reference with default ref': 'a reference, as above',
  'references.tables: Table figure reference with custom numref':
    'words with a place for the number are filled later',
  'roles.html.abbr: Abbreviation with poor brackets': 'what stands in the brackets is the title',
}

/** MyST's nodes → ours. */
const names: Readonly<Record<string, string>> = {
  admonition: 'admonition',
  aside: 'admonition',
  details: 'admonition',
  blockquote: 'blockquote',
  code: 'code',
  math: 'equation',
  equation: 'equation',
  inlineMath: 'inlineMath',
  inlineCode: 'inlineCode',
  keyboard: 'inlineCode',
  abbreviation: 'abbreviation',
  table: 'table',
  tableRow: 'tableRow',
  tableCell: 'tableCell',
  list: 'list',
  heading: 'heading',
  emphasis: 'emphasis',
  strong: 'strong',
  subscript: 'subscript',
  superscript: 'superscript',
  underline: 'underline',
  delete: 'delete',
  smallcaps: 'smallCaps',
  smallCaps: 'smallCaps',
  crossReference: 'crossReference',
  image: 'image',
  panel: 'image',
}
const ours = new Set(Object.values(names))

interface Case {
  readonly title: string
  readonly source: string
  readonly tree: unknown
}

describe.skipIf(!hasShared(spec))('MyST', () => {
  test('holds what its specification says', () => {
    const cases = [...casesOfSpec(), ...casesOfParser()]
    expect(cases.length).toBeGreaterThan(80)
    const differing = cases.filter(({ source, tree }) => {
      const made = outlineOf(parseMarkdown(new VFile(source)))
      return made.join('\n') !== outlineOf(tree).join('\n')
    })
    expect(differing.map(({ title }) => title).toSorted()).toEqual(Object.keys(differences).toSorted())
  })
})

function casesOfSpec(): readonly Case[] {
  const list = JSON.parse(readFileSync(new URL(spec, shared), 'utf8')) as {
    readonly title: string
    readonly myst: string
    readonly mdast: unknown
  }[]
  return list
    .filter(({ title }) => /^(?:blocks|comments|directives|references|roles)/.test(title))
    .map(({ title, myst, mdast }) => ({ title, source: myst, tree: mdast }))
}

function casesOfParser(): readonly Case[] {
  return globSync(parser, { cwd: fileURLToPath(shared) }).flatMap(name => {
    const { title, cases } = parse(readFileSync(new URL(name, shared), 'utf8')) as {
      readonly title: string
      readonly cases: readonly {
        readonly title: string
        readonly markdown: string
        readonly mdast: unknown
      }[]
    }
    return cases.map(one => ({ title: `${title}: ${one.title}`, source: one.markdown, tree: one.mdast }))
  })
}

/** The nodes that both know, each with its words where it has no such nodes in it, and all other words. */
function outlineOf(tree: unknown): readonly string[] {
  const lines: string[] = []
  const walk = (value: unknown): void => {
    const node = value as { type?: string; value?: string; url?: string; children?: unknown[] }
    const type = names[node.type ?? ''] ?? (ours.has(node.type ?? '') ? node.type : undefined)
    if (type !== undefined) lines.push(type === 'image' ? `image ${node.url}` : type)
    const isText =
      node.type !== 'comment' &&
      node.type !== 'html' &&
      node.type !== 'mystDirective' &&
      node.type !== 'mystRole'
    if (node.children) for (const child of node.children) walk(child)
    else if (isText && node.value !== undefined) lines.push(...(node.value.match(/[\p{L}\p{N}]+/gu) ?? []))
  }
  walk(tree as Nodes)
  return lines
}
