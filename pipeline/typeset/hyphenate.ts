/**
 * Soft hyphens by Liang's patterns for the article's language. Chromium has no hyphenation dictionary
 * when headless; it breaks at soft hyphens that are there.
 */
import type { Element, ElementContent, Root } from 'hast'

type Hyphenator = (text: string) => string

const soft = '\u00AD'
/** TeX's \\lefthyphenmin and \\righthyphenmin: what stays before and after a hyphen. */
const MIN_WORD = 5
const shortEnds = /(?<![\p{L}\u00AD])\p{L}\u00AD|\u00AD\p{L}{1,2}(?![\p{L}\u00AD])/gu

/** Patterns by language tag; the primary tag alone stands for its commonest variety. */
const patterns: Readonly<Record<string, string>> = {
  de: 'de-1996',
  en: 'en-us',
  'en-gb': 'en-gb',
  'en-us': 'en-us',
  es: 'es',
  fr: 'fr',
  it: 'it',
  nl: 'nl',
  pl: 'pl',
  pt: 'pt',
}

/** Elements whose text is running text. */
const hyphenated = new Set(['p', 'li', 'figcaption', 'dd'])
const kept = new Set(['a', 'code', 'math', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'mark'])
const unbroken = new Set([
  'title',
  'subtitle',
  'authors',
  'affiliations',
  'author-notes',
  'summary-box',
  // In another language than the patterns.
  'is-translated',
  'section-label',
  'label',
])

/** A copy of the tree, with U+00AD in the running text. A language without patterns stays whole. */
export async function hyphenate(root: Root, language: string): Promise<Root> {
  const hyphenator = await hyphenatorFor(language)
  if (!hyphenator) return root
  return {
    ...root,
    children: root.children.map(node => (node.type === 'doctype' ? node : walk(node, hyphenator, false))),
  }
}

async function hyphenatorFor(language: string): Promise<Hyphenator | undefined> {
  const tag = language.toLowerCase()
  const name = patterns[tag] ?? patterns[tag.split('-')[0] ?? '']
  if (name === undefined) return undefined
  // Every language package of `hyphen` has this form.
  const module = (await import(`hyphen/${name}/index.js`)) as {
    default: { hyphenateSync(text: string, options: { minWordLength: number }): string }
  }
  return text =>
    module.default
      .hyphenateSync(text, { minWordLength: MIN_WORD })
      .replace(shortEnds, match => match.replace(soft, ''))
}

function walk<T extends ElementContent>(node: T, hyphenator: Hyphenator, isRunning: boolean): T {
  if (node.type === 'text') return isRunning ? { ...node, value: hyphenator(node.value) } : node
  if (node.type !== 'element' || kept.has(node.tagName) || isUnbroken(node)) return node
  const isInside = isRunning || hyphenated.has(node.tagName)
  return { ...node, children: node.children.map(child => walk(child, hyphenator, isInside)) }
}

function isUnbroken(node: Element): boolean {
  const { className } = node.properties
  return Array.isArray(className) && className.some(name => unbroken.has(String(name)))
}
