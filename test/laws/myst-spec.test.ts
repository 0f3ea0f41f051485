/**
 * The test cases of MyST's specification and of its parser. Offprint's tree must have the same nodes, in the
 * same order and with the same words, as far as both trees have such nodes. Cases that Offprint reads
 * otherwise on purpose are listed with the reason.
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

/** Title of a case → why the trees differ. */
const differences: Readonly<Record<string, string>> = {
  'directives.generic: Unknown directive': 'its source is printed',
  'embed directive: embed directive parses': 'its address is printed',
  'include directive: include directive parses': 'included files are read before the syntax',
  'mdast directive: mdast directive parses': 'its source is printed',
  'mermaid directive: mermaid directive parses': 'its source is printed',
  'myst directive: myst directive parses': 'shown as code',
  'references.equations: Link-style equation reference': 'a reference, not a link that is resolved later',
  'references.figures: Figure reference with custom numref': 'the number is filled in later',
  'references.figures: Figure reference with custom ref': 'a link with its words',
  'references.figures: Invalid figure reference': 'the number is filled in later',
  'references.figures: Link-style figure reference with default ref': 'a reference, as above',
  'references.headings: Link-style default header reference': 'a reference, as above',
  'references.tables: Link-style table figure reference with default ref': 'a reference, as above',
  'references.tables: Table figure reference with custom numref': 'the number is filled in later',
  'roles.html.abbr: Abbreviation with poor brackets': 'the words in the brackets are the title',
}

/** Type of a node in MyST's tree → type of the node in Offprint's tree. */
const types: Readonly<Record<string, string>> = {
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
const offprintTypes = new Set(Object.values(types))

interface Case {
  readonly title: string
  readonly source: string
  readonly tree: unknown
}

describe.skipIf(!hasShared(spec))('MyST', () => {
  test('is read as its specification says, but for the listed differences', () => {
    const cases = [...casesOfSpec(), ...casesOfParser()]
    expect(cases.length).toBeGreaterThan(80)
    const differing = cases.filter(({ source, tree }) => {
      const file = new VFile(source)
      file.data.dialect = 'myst'
      const outline = outlineOf(parseMarkdown(file))
      return outline.join('\n') !== outlineOf(tree).join('\n')
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
    return cases.map(entry => ({
      title: `${title}: ${entry.title}`,
      source: entry.markdown,
      tree: entry.mdast,
    }))
  })
}

/** A line for each node of a type that both trees have, and for each word, in the order of the tree. */
function outlineOf(tree: unknown): readonly string[] {
  const lines: string[] = []
  const walk = (value: unknown): void => {
    const node = value as { type?: string; value?: string; url?: string; children?: unknown[] }
    const type = types[node.type ?? ''] ?? (offprintTypes.has(node.type ?? '') ? node.type : undefined)
    if (type !== undefined) lines.push(type === 'image' ? `image ${node.url}` : type)
    const isText =
      node.type !== 'comment' &&
      node.type !== 'html' &&
      node.type !== 'mystComment' &&
      node.type !== 'mystDirective' &&
      node.type !== 'mystRole'
    if (node.children) for (const child of node.children) walk(child)
    else if (isText && node.value !== undefined) lines.push(...(node.value.match(/[\p{L}\p{N}]+/gu) ?? []))
  }
  walk(tree as Nodes)
  return lines
}
