/**
 * Adds soft hyphens to running text by Liang's patterns, in the language of each passage. Headless Chromium
 * has no hyphenation dictionaries.
 */
import { createRequire } from 'node:module'
import type { Element, ElementContent, Root } from 'hast'
import { hasClass } from '../../model/hast.ts'
import { languageFallbacks, primaryLanguage } from '../../values/language.ts'
import { ownValue } from '../../values/record.ts'
import type { HyphenLimits } from '../items.ts'
import { isDividedByHyphens, softHyphen } from './word-breaks.ts'

const require = createRequire(import.meta.url)

/** What a folder of the package `hyphen` exports. */
interface Patterns {
  hyphenateSync(text: string, options: { readonly minWordLength: number }): string
}

/** Patterns that are loaded already, by the name of their folder; others are loaded when they are needed. */
export const loadedPatterns = new Map<string, Patterns>()

type Hyphenator = (text: string) => string

/** TeX: \lefthyphenmin 2, \righthyphenmin 3. */
const usualLimits: HyphenLimits = {
  before: 2,
  after: 3,
  'shortest-word': 5,
  'in-a-row': 2,
  capitalized: true,
}

/** Beginnings and ends of words that are too short to stand alone, each with the soft hyphens in it. */
function shortEnds({ before, after }: HyphenLimits): RegExp {
  const starts = `(?<![\\p{L}\u00AD])(?:\\p{L}\u00AD?){1,${before - 1}}`
  const ends = `(?:\u00AD?\\p{L}){1,${after - 1}}(?![\\p{L}\u00AD])`
  const parts = [...(before > 1 ? [starts] : []), ...(after > 1 ? [ends] : [])]
  return new RegExp(parts.join('|') || '(?!)', 'gu')
}

/**
 * The least number of letters from which a part of a word with a hyphen is divided again, as in German
 * compounds.
 */
const longPart = 16

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

/** Elements whose text is running text. Words of cells are divided only if a table does not fit otherwise. */
const hyphenated = new Set(['p', 'li', 'figcaption', 'dd', 'td', 'th'])
const notHyphenated = new Set(['code', 'math', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'mark'])
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

/**
 * A copy of the tree with U+00AD in the running text. `exceptions`: words with hyphens where they may be
 * divided, such as `data-base`; a word without a hyphen is never divided. They are not subject to `limits`.
 */
export function hyphenate(
  root: Root,
  language: string,
  exceptions: readonly string[] = [],
  limits: HyphenLimits = usualLimits,
): Hyphenation {
  const languages = [...new Set([language, ...languagesIn(root)])]
  const known = exceptionsByWord(exceptions)
  const loaded = languages.map(tag => [tag, hyphenatorFor(tag, known, limits)] as const)
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

/** The divided forms of words, by the word in lower case without its hyphens. */
type Exceptions = ReadonlyMap<string, string>

function exceptionsByWord(words: readonly string[]): Exceptions {
  return new Map(words.map(word => [wordOf(word), word]))
}

/** `Data-base` → `database`. */
function wordOf(divided: string): string {
  return divided.replace(/[-‐\u00AD]/g, '').toLowerCase()
}

function hyphenatorFor(
  language: string,
  exceptions: Exceptions,
  limits: HyphenLimits,
): Hyphenator | undefined {
  const tags = languageFallbacks(language).map(tag => tag.toLowerCase())
  const name = tags
    .map(tag => ownValue(others, tag) ?? (patternFolders.has(tag) ? tag : undefined))
    .find(folder => folder !== undefined)
  if (name === undefined) return undefined
  // The cast is safe: every folder of `hyphen` has this form.
  const { hyphenateSync } = loadedPatterns.get(name) ?? (require(`hyphen/${name}/index.js`) as Patterns)
  const ends = shortEnds(limits)
  const isCapitalDivided = limits.capitalized || /^(?:de|lb)\b/.test(language)
  const isKept = (token: string) => !isCapitalDivided && /^\P{L}*\p{Lu}/u.test(token)
  return text =>
    hyphenateSync(text, { minWordLength: limits['shortest-word'] })
      .replace(ends, match => match.replaceAll(softHyphen, ''))
      .replace(/\S+/g, token => {
        const divided = isKept(token) && !text.includes(softHyphen) ? token.replaceAll(softHyphen, '') : token
        return withoutBadHyphens(divided, text, exceptions)
      })
}

/** The parts between the hyphens of a word, and all that is not a word. */
const wordParts = /[\p{L}\p{M}\p{N}\u00AD’']+/gu

/**
 * A token without the hyphens of the patterns that a copy editor forbids, and with those of the exceptions.
 * If the author's `text` has soft hyphens itself, they are kept.
 */
function withoutBadHyphens(token: string, text: string, exceptions: Exceptions): string {
  if (exceptions.size === 0 && !token.includes(softHyphen)) return token
  const bare = token.replaceAll(softHyphen, '')
  const [word = ''] = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u.exec(bare) ?? []
  const exception = exceptions.get(wordOf(word))
  if (exception !== undefined) return bare.replace(word, dividedLike(word, exception))
  if (bare === token || text.includes(softHyphen)) return token
  if (!isDividedByHyphens(bare)) return bare
  const isCompound = /[\p{L}\p{N}][-‐]\p{L}/u.test(bare)
  return token.replace(wordParts, part => {
    const letters = part.replaceAll(softHyphen, '')
    return hasInnerCapital(letters) || (isCompound && letters.length < longPart) ? letters : part
  })
}

/** True for `QuantEcon`, `ADAPTEX` and `UNIT`, but not for a word in capitals with an ordinary ending. */
function hasInnerCapital(letters: string): boolean {
  return /^\P{L}*\p{L}.*\p{Lu}/u.test(letters)
}

/** The word as written, with soft hyphens where the exception has hyphens: `Database`, `data-base`. */
function dividedLike(word: string, exception: string): string {
  const parts = exception.split(/[-‐]/).map(part => part.length)
  const divisions = new Set(parts.map((_, index) => parts.slice(0, index).reduce((a, b) => a + b, 0)))
  let letters = 0
  let divided = ''
  for (const character of word) {
    const isLetter = !/[-‐]/.test(character)
    if (isLetter && letters > 0 && divisions.has(letters) && /[^-‐]$/.test(divided)) divided += softHyphen
    divided += character
    if (isLetter) letters++
  }
  return divided
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
  if (node.type !== 'element' || isUnbroken(node)) return node
  // A heading in the first line of its paragraph is justified with it.
  const isRunIn = hasClass(node, 'run-in')
  if (notHyphenated.has(node.tagName) && !isRunIn) return node
  const { lang } = node.properties
  const inside: Passage = {
    language: typeof lang === 'string' ? lang : language,
    isRunning: isRunning || isRunIn || hyphenated.has(node.tagName),
    hyphenators,
  }
  return { ...node, children: node.children.map(child => walk(child, inside)) }
}

function isUnbroken(node: Element): boolean {
  const { className } = node.properties
  return Array.isArray(className) && className.some(name => unbroken.has(String(name)))
}
