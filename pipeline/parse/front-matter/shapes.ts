/** The value of a known key → a draft in the schema's form, with one small reader for each shape. */
import { doiOf } from '../../values/doi.ts'
import { readAbstract, readAbstractSection } from './abstract.ts'
import { readDate } from './date.ts'
import { type Draft, leaf, list, map } from './draft.ts'
import { readFloatKinds } from './float-kinds.ts'
import { readFunding } from './funding.ts'
import { readReferences } from './inline-references.ts'
import { readLicense } from './license.ts'
import { readMacros } from './macros.ts'
import { plainPhrase } from './plain-phrase.ts'
import type { Reading } from './reading.ts'
import { linkText, readNames } from './review-facts.ts'
import { textItems, textsOf } from './texts.ts'
import type { Shape } from './top-keys.ts'
import { entryOf, isEmpty, itemsOf, type ScalarNode, type ValueNode } from './value-node.ts'

interface ShapeInput {
  readonly node: ValueNode
  /** The key that the author wrote, in kebab case. */
  readonly key: string
  readonly reading: Reading
}

type Reader = (input: ShapeInput) => Draft | undefined

/** The shapes that are read here. Values about people are read together, in `people.ts`. */
export type PlainShape = Exclude<
  Shape,
  'people' | 'affiliations' | 'corresponding' | 'equal' | 'note-list' | 'author-note' | 'mark-note'
>

export const shapeReaders: Readonly<Record<PlainShape, Reader>> = {
  plain: ({ node }) => nonEmpty(plainPhrase(textsOf(node).join(', ')), node),
  markdown: ({ node }) => nonEmpty(textsOf(node).join(' '), node),
  csl: ({ node, reading }) => {
    const text = textsOf(node).join('')
    // rxiv-maker names only a kind of style, not a style.
    if (!/^(?:numbered|author-date)$/.test(text)) return nonEmpty(text, node)
    reading.ignore(node.origin, 'the journal has its own style')
    return undefined
  },
  texts: readTexts,
  paragraphs: ({ node }) => {
    const items = itemsOf(node).flatMap(item => textsOf(item).map(text => leaf(text, item.origin)))
    return items.length > 0 ? list(items, node.origin) : undefined
  },
  date: readDateValue,
  year: ({ node, reading }) => {
    const text = textsOf(node).join(' ')
    if (isPlaceholder(text)) return reading.placeholder(node.origin, text, 'a year such as 2015')
    const year = /\b(1[5-9]|20|21)\d{2}\b/.exec(text)?.[0]
    return year === undefined
      ? reading.invalid(node.origin, text, 'a year such as 2015')
      : leaf(year, node.origin)
  },
  doi: input => {
    const { reading } = input
    const node = onlyItem(input)
    const text = textsOf(node).join('')
    const doi = doiOf(text)
    if (doi !== undefined) return leaf(doi, node.origin)
    if (isPlaceholder(text)) return reading.placeholder(node.origin, text, 'a DOI')
    return reading.invalid(node.origin, text, 'a DOI such as 10.1234/abcd')
  },
  identifier: input => {
    const node = onlyItem(input)
    const text = textsOf(node).join('')
    return nonEmpty(
      text.replace(/^https?:\/\/[^/]+\/(abs\/|articles\/)?|^(arxiv|pmid|pmcid):\s*/gi, ''),
      node,
    )
  },
  number: ({ node }) => {
    const inner = node.type === 'map' ? entryOf(node, 'number', 'name', 'title', 'id') : node
    return inner && nonEmpty(plainPhrase(textsOf(inner).join(' ')), inner)
  },
  pages: readPages,
  abstract: ({ node }) => readAbstract(node),
  'abstract-section': ({ node, key }) => readAbstractSection(node, key),
  language: input => {
    const node = onlyItem(input)
    return nonEmpty(textsOf(node).join(' '), node)
  },
  funding: ({ node, reading }) => readFunding(node, reading),
  license: readLicenseValue,
  address: input => {
    const node = onlyItem(input)
    return nonEmpty(plainPhrase(textsOf(node).join(' ')), node)
  },
  link: input => {
    const node = onlyItem(input)
    const text = textsOf(node).join('')
    if (isPlaceholder(text)) return input.reading.placeholder(node.origin, text, 'a web address')
    return nonEmpty(linkText(text), node)
  },
  names: ({ node, reading }) => readNames(node, reading),
  abbreviations: readAbbreviations,
  macros: ({ node }) => readMacros(node),
  'float-kinds': ({ node, reading }) => readFloatKinds(node, reading),
  references: ({ node, reading }) => readReferences(node, reading),
  files: ({ node }) => {
    // pandoc-multibib has a map: `{main: a.bib, software: b.bib}`.
    const values = node.type === 'map' ? node.entries.map(entry => entry.node) : [node]
    const items = values
      .flatMap(itemsOf)
      .flatMap(item => textsOf(item).flatMap(text => leaf(text, item.origin)))
    return items.length > 0 ? list(items, node.origin) : undefined
  },
  'citation-keys': ({ node }) => {
    const items = itemsOf(node).flatMap(item =>
      textsOf(item).flatMap(text => citationKeysIn(text).map(key => leaf(key, item.origin))),
    )
    return items.length > 0 ? list(items, node.origin) : undefined
  },
}

/**
 * Keys in pandoc's form (`@a, [@b; @{c d}]`, `@*`) or bare (`a, b`). A full stop at the end does not belong
 * to the key.
 */
function citationKeysIn(text: string): readonly string[] {
  if (!text.includes('@')) return text.split(/[\s,;]+/).filter(word => word !== '')
  return [...text.matchAll(/@(?:\{([^{}]+)\}|(\*|[\p{L}\p{N}_](?:[^\s,;\]}@]*[\p{L}\p{N}_/])?))/gu)].flatMap(
    ([, braced, bare]) => braced ?? bare ?? [],
  )
}

/**
 * The list that each file belongs to: `{main: a.bib, software: [b.bib]}` → `{b.bib: software}`. Other files
 * are in the main list.
 */
export function fileLists(node: ValueNode): Draft | undefined {
  if (node.type !== 'map') return undefined
  const lists = node.entries
    .filter(entry => entry.key !== 'main')
    .flatMap(entry =>
      itemsOf(entry.node).flatMap(item =>
        textsOf(item).map((file): [string, Draft] => [file, leaf(entry.key, entry.keyOrigin)]),
      ),
    )
  return lists.length > 0 ? { type: 'map', entries: new Map(lists), origin: node.origin } : undefined
}

/** The first item of a list, for keys that allow one value. The other items are reported. */
function onlyItem({ node, reading }: Pick<ShapeInput, 'node' | 'reading'>): ValueNode {
  const [first, ...others] = itemsOf(node)
  for (const other of others) reading.several(other.origin, [textsOf(other).join(', ')])
  return first ?? emptyNode(node)
}

function nonEmpty(text: string, node: ValueNode): Draft | undefined {
  return text === '' ? undefined : leaf(text, node.origin)
}

/** True for R code, words such as "today", and letters in place of a missing value: "XXX", "TBA". */
export function isPlaceholder(text: string): boolean {
  return (
    /^`r .*`$/s.test(text) ||
    /^(x{2,}|tbd|tba|todo|now|today|last-modified|\\today|date|n\/?a|none|yyyy.*|dd.*|in press|forthcoming)$/i.test(
      text.replace(/[.\s/]+/g, '').toLowerCase(),
    ) ||
    /x{3,}/i.test(text)
  )
}

function readDateValue({ node, reading }: ShapeInput): Draft | undefined {
  // CSL has `{year: 2015, month: 3, day: 31}`, sometimes in a list of one item.
  const part = (key: string) =>
    itemsOf(node).flatMap(item => textsOf(entryOf(item, key) ?? emptyNode(node)))[0]
  const text =
    part('year') === undefined
      ? textsOf(node).join(' ')
      : [part('year'), part('month'), part('day')].filter(Boolean).join('-')
  const date = readDate(text)
  if (date !== undefined) return leaf(date, node.origin)
  const expected = 'a date such as 2015-03-31'
  return isPlaceholder(text)
    ? reading.placeholder(node.origin, text, expected)
    : reading.invalid(node.origin, text, expected)
}

/** Reads a list of texts. If the texts are given in several languages, only the first language is used. */
function readTexts({ node, reading }: ShapeInput): Draft | undefined {
  if (node.type !== 'map') return list(textItems(node), node.origin)
  const [first, ...others] = node.entries
  for (const other of others) reading.ignore(other.keyOrigin, 'in another language')
  return first && list(textItems(first.node), first.node.origin)
}

function emptyNode(node: ValueNode): ValueNode {
  return { type: 'scalar', text: '', origin: node.origin }
}

function readPages({ node, key, reading }: ShapeInput): Draft | undefined {
  const text = textsOf(node)
    .join('-')
    .replace(/[–—]|--+/g, '-')
  const parts = /^([A-Za-z]*\d+)(?:\s*-\s*([A-Za-z]*\d+))?$/.exec(text)
  if (!parts?.[1]) {
    return isPlaceholder(text)
      ? reading.placeholder(node.origin, text, 'pages')
      : reading.invalid(node.origin, text, 'pages such as 54-55')
  }
  // Keys such as `first-page` have a single number.
  if (key !== 'pages' && key !== 'page-range' && parts[2] === undefined) return leaf(parts[1], node.origin)
  return map(
    { first: leaf(parts[1], node.origin), ...(parts[2] && { last: leaf(parts[2], node.origin) }) },
    node.origin,
  )
}

function readLicenseValue({ node, reading }: ShapeInput): Draft | undefined {
  const { origin } = node
  if (node.type === 'list') {
    const only = onlyItem({ node, reading })
    return isEmpty(only) ? undefined : readLicenseValue({ node: only, key: 'license', reading })
  }
  if (node.type === 'scalar') return map(licenseLeaves(node), origin)
  const part = (...keys: string[]): ScalarNode | undefined => {
    const inner = entryOf(node, ...keys)
    const [text] = inner ? textsOf(inner) : []
    return inner && text !== undefined ? { type: 'scalar', text, origin: inner.origin } : undefined
  }
  // MyST has one licence for the content and one for the code; the article is content.
  const type = part('id', 'spdx', 'content', 'type')
  const url = part('url', 'link')
  const words = part('text', 'name')
  const knownUrl = url && readLicense(url.text).url !== undefined ? url : undefined
  // JATS has `open-access` as a type of licence; it does not identify a licence.
  const known = (type?.text === 'open-access' ? undefined : type) ?? knownUrl ?? part('name')
  if (!known && !url) {
    return map({ text: leaf(part('text', 'note')?.text ?? textsOf(node).join(', '), origin) }, origin)
  }
  return map(
    {
      ...(known && licenseLeaves(known)),
      ...(words && { text: leaf(plainPhrase(words.text), words.origin) }),
      ...(url && known !== url && { url: leaf(url.text, url.origin) }),
    },
    origin,
  )
}

function licenseLeaves({ text, origin }: ScalarNode): Readonly<Record<string, Draft>> {
  const entries = Object.entries(readLicense(text))
  return Object.fromEntries(entries.map(([key, value]) => [key, leaf(value, origin)]))
}

/** Reads `{TLA: three letter acronym}` and `[{short: TLA, long: …}]`. */
function readAbbreviations({ node }: ShapeInput): Draft | undefined {
  const pairs =
    node.type === 'map'
      ? node.entries.map((entry): [string, ValueNode] => [entry.key, entry.node])
      : itemsOf(node).flatMap((item): [string, ValueNode][] => {
          const short = entryOf(item, 'short', 'abbreviation', 'abbr', 'key')
          const long = entryOf(item, 'long', 'full', 'definition', 'description')
          if (short && long) return [[textsOf(short).join(' '), long]]
          return item.type === 'map' ? item.entries.map(entry => [entry.key, entry.node]) : []
        })
  const drafts = pairs.flatMap(([short, long]): [string, Draft][] => {
    const text = textsOf(long).join(' ')
    return isEmpty(long) ? [] : [[short, leaf(text, long.origin)]]
  })
  return drafts.length > 0 ? { type: 'map', entries: new Map(drafts), origin: node.origin } : undefined
}
