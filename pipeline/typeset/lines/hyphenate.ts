/**
 * Adds soft hyphens to running text by Liang's patterns, in the language of each passage. Headless Chromium
 * has no hyphenation dictionaries.
 */
import { createRequire } from 'node:module'
import type { Element, ElementContent, Root } from 'hast'
import { languageFallbacks, primaryLanguage } from '../../values/language.ts'
import { ownValue } from '../../values/record.ts'

const require = createRequire(import.meta.url)

/** What a folder of the package `hyphen` exports. */
interface Patterns {
  hyphenateSync(text: string, options: { readonly minWordLength: number }): string
}

/** Patterns that are loaded already, by the name of their folder; others are loaded when they are needed. */
export const loadedPatterns = new Map<string, Patterns>()

type Hyphenator = (text: string) => string

const soft = '\u00AD'
/** The least number of letters of a word that is divided. */
const shortestWord = 5
/**
 * Soft hyphens with one letter before them or up to two after them. TeX: \lefthyphenmin 2, \righthyphenmin 3.
 */
const shortEnds = /(?<![\p{L}\u00AD])\p{L}\u00AD|\u00AD\p{L}{1,2}(?![\p{L}\u00AD])/gu

/** The languages of the package `hyphen`. Its folders are named by language tags in lower case. */
const patternFolders: ReadonlySet<string> = new Set(
  (
    'af as be bg bn ca cop cs cu cy da de de-1901 de-1996 de-ch-1901 el el-monoton el-polyton en en-gb en-us es ' +
    'et eu fi fr fur ga gl grc gu hi hr hsb hu hy ia id is it ka kmr kn la la-x-classic la-x-liturgic lt lv mk ml ' +
    'mn mn-cyrl mr mul-ethi nb nl nn no oc or pa pi pl pms pt rm ro ru sa sh sh-cyrl sh-latn sk sl sq sr-cyrl sv ' +
    'ta te th tk tr uk'
  ).split(' '),
)

/**
 * Tag → the folder with the patterns for it. Listed are tags that are not the name of a folder, and tags for
 * which another folder is better.
 */
const others: Readonly<Record<string, string>> = {
  am: 'mul-ethi',
  bs: 'sh-latn',
  de: 'de-1996',
  en: 'en-us',
  'en-au': 'en-gb',
  'en-ie': 'en-gb',
  'en-in': 'en-gb',
  'en-nz': 'en-gb',
  'en-za': 'en-gb',
  ku: 'kmr',
  sr: 'sr-cyrl',
  'sr-latn': 'sh-latn',
  ti: 'mul-ethi',
}

/** Languages whose words are not divided with a hyphen. */
const undivided: ReadonlySet<string> = new Set('ar bo dv fa he ja km ko lo my ps ur vi yi yue zh'.split(' '))

/** Elements whose text is running text. */
const hyphenated = new Set(['p', 'li', 'figcaption', 'dd'])
const notHyphenated = new Set([
  'a',
  'code',
  'math',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'mark',
])
const unbroken = new Set([
  'title',
  'subtitle',
  'authors',
  'affiliations',
  'author-notes',
  'summary-box',
  // Texts of this class are in another language than the article, for which there may be no patterns.
  'is-translated',
  'section-label',
  'label',
])

interface Hyphenation {
  readonly root: Root
  /** Whether the language divides words with hyphens, but there are no patterns for it. */
  readonly isWithoutPatterns: boolean
}

/** A copy of the tree with U+00AD in the running text. */
export function hyphenate(root: Root, language: string): Hyphenation {
  const languages = [...new Set([language, ...languagesIn(root)])]
  const loaded = languages.map(tag => [tag, hyphenatorFor(tag)] as const)
  const hyphenators = new Map(loaded)
  const children = root.children.map(node =>
    node.type === 'doctype' ? node : walk(node, { language, isRunning: false, hyphenators }),
  )
  const isWithoutPatterns =
    hyphenators.get(language) === undefined && !undivided.has(primaryLanguage(language))
  return { root: { ...root, children }, isWithoutPatterns }
}

function languagesIn(node: Root | Element): readonly string[] {
  return node.children.flatMap(child => {
    if (child.type !== 'element') return []
    const { lang } = child.properties
    return [...(typeof lang === 'string' ? [lang] : []), ...languagesIn(child)]
  })
}

function hyphenatorFor(language: string): Hyphenator | undefined {
  const tags = languageFallbacks(language).map(tag => tag.toLowerCase())
  const name = tags
    .map(tag => ownValue(others, tag) ?? (patternFolders.has(tag) ? tag : undefined))
    .find(folder => folder !== undefined)
  if (name === undefined) return undefined
  // The cast is safe: every folder of `hyphen` has this form.
  const { hyphenateSync } = loadedPatterns.get(name) ?? (require(`hyphen/${name}/index.js`) as Patterns)
  return text =>
    hyphenateSync(text, { minWordLength: shortestWord }).replace(shortEnds, match => match.replace(soft, ''))
}

interface Passage {
  readonly language: string
  readonly isRunning: boolean
  readonly hyphenators: ReadonlyMap<string, Hyphenator | undefined>
}

function walk<T extends ElementContent>(node: T, passage: Passage): T {
  const { language, isRunning, hyphenators } = passage
  if (node.type === 'text') {
    const hyphenator = isRunning ? hyphenators.get(language) : undefined
    return hyphenator ? { ...node, value: hyphenator(node.value) } : node
  }
  if (node.type !== 'element' || notHyphenated.has(node.tagName) || isUnbroken(node)) return node
  const { lang } = node.properties
  const inside: Passage = {
    language: typeof lang === 'string' ? lang : language,
    isRunning: isRunning || hyphenated.has(node.tagName),
    hyphenators,
  }
  return { ...node, children: node.children.map(child => walk(child, inside)) }
}

function isUnbroken(node: Element): boolean {
  const { className } = node.properties
  return Array.isArray(className) && className.some(name => unbroken.has(String(name)))
}
