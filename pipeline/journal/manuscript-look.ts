/**
 * What a manuscript asks of its pages (`papersize`, `geometry`, `linestretch`, …) → the journal with these
 * wishes, as far as its manifest allows them. The others come back with the reason.
 */
import type { Look, LookKey } from '../model/metadata.ts'
import type { Journal } from './journal.ts'
import type { LookPart, Manifest } from './manifest.ts'
import { familyFor, knownFamilies } from './named-fonts.ts'
import { everyLevel } from './numbering.ts'
import { pageSize, pageSizeNames, writtenLength } from './page-sizes.ts'

export interface RefusedWish {
  readonly key: LookKey
  /** What was expected; undefined if the journal decides. */
  readonly expected?: string
}

interface WishedJournal {
  readonly journal: Journal
  readonly refused: readonly RefusedWish[]
}

type Page = Manifest['page']

/** The least width and height of the text, in CSS px. */
const leastArea = 190
/** The least margin where the size of the page changes, and the margin of a page with two columns. */
const leastMargin = 45
const columnsMargin = 76

/** A journal while wishes are applied to it. */
class Wished {
  page: Page
  headings: Manifest['headings']
  fonts: Manifest['fonts']
  print = ''
  common = ''
  web = ''
  readonly refused: RefusedWish[] = []
  readonly #journal: Journal
  readonly #look: Look

  constructor(journal: Journal, look: Look) {
    this.#journal = journal
    this.#look = look
    const { page, headings, fonts } = journal.manifest
    this.page = page
    this.headings = headings
    this.fonts = fonts
  }

  allows(part: LookPart): boolean {
    return this.#journal.manifest['manuscript-may-set'].includes(part)
  }

  /**
   * Applies the wish for `key`, if there is one. `read` returns what to change, or undefined if the value has
   * another form. A wish that changes nothing is never refused.
   */
  wish<Value>(
    key: LookKey,
    part: LookPart,
    expected: string,
    read: (text: string) => Value | undefined,
    apply: (value: Value) => void,
    isSo?: (value: Value) => boolean,
  ): void {
    const text = this.#look[key]
    if (text === undefined) return
    const value = read(text)
    if (value !== undefined && isSo?.(value)) return
    if (!this.allows(part)) this.refused.push({ key })
    else if (value === undefined) this.refused.push({ key, expected })
    else apply(value)
  }
}

/** Applies the wishes of a manuscript to its journal. */
export function withLook(journal: Journal, look: Look): WishedJournal {
  if (Object.keys(look).length === 0) return { journal, refused: [] }
  const wished = new Wished(journal, look)
  wishPaper(wished)
  wishMargins(wished)
  wishGeometry(wished)
  wishColumns(wished, look)
  wishType(wished, journal)
  wishFonts(wished, journal)
  wishNumbers(wished)
  const { page, refused } = wished
  const isRoomy =
    page.width - page.left - page.right >= leastArea * page.columns &&
    page.height - page.top - page.bottom >= leastArea
  const expected = `margins that leave room for text of ${page.columns} column${page.columns > 1 ? 's' : ''}`
  const tooSmall = isRoomy
    ? []
    : areaKeys
        .flatMap((key): RefusedWish[] => (look[key] === undefined ? [] : [{ key, expected }]))
        .slice(0, 1)
  const { css, manifest } = journal
  return {
    journal: {
      ...journal,
      manifest: {
        ...manifest,
        page: isRoomy ? page : manifest.page,
        headings: wished.headings,
        fonts: wished.fonts,
      },
      css: {
        common: css.common + wished.common,
        print: css.print + wished.print,
        web: css.web + wished.web,
      },
    },
    refused: [...refused, ...tooSmall],
  }
}

const areaKeys: readonly LookKey[] = [
  'margin',
  'geometry',
  'left',
  'right',
  'top',
  'bottom',
  'width',
  'height',
  'paper',
  'columns',
  'class-options',
]

const aLength = 'a length such as 25mm'

function wishPaper(wished: Wished): void {
  const resize = ([width, height]: readonly [number, number]) => {
    // The measure stays as it is, and the margins take what is more or less.
    const { left, right, width: old } = wished.page
    const half = (width - old) / 2
    const margins = { left: Math.max(leastMargin, left + half), right: Math.max(leastMargin, right + half) }
    wished.page = { ...wished.page, width, height, ...margins }
  }
  const isSize = ([width, height]: readonly [number, number]) =>
    Math.abs(width - wished.page.width) < 1 && Math.abs(height - wished.page.height) < 1
  wished.wish('paper', 'page-size', `a size of paper: ${pageSizeNames.join(', ')}`, pageSize, resize, isSize)
  wished.wish('width', 'page-size', aLength, writtenLength, width => resize([width, wished.page.height]))
  wished.wish('height', 'page-size', aLength, writtenLength, height => resize([wished.page.width, height]))
}

function wishMargins(wished: Wished): void {
  const set = (margins: Partial<Page>) => {
    wished.page = withMargins(wished.page, margins)
  }
  wished.wish('margin', 'margins', aLength, writtenLength, all =>
    set({ top: all, bottom: all, left: all, right: all }),
  )
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    wished.wish(side, 'margins', aLength, writtenLength, margin => set({ [side]: margin }))
  }
}

type PageLength = 'top' | 'bottom' | 'left' | 'right' | 'width' | 'height'

/** Options of LaTeX's package geometry that have a meaning here → the parts of the page that they set. */
const geometryOptions: Readonly<Record<string, readonly PageLength[]>> = {
  margin: ['top', 'bottom', 'left', 'right'],
  hmargin: ['left', 'right'],
  vmargin: ['top', 'bottom'],
  top: ['top'],
  tmargin: ['top'],
  bottom: ['bottom'],
  bmargin: ['bottom'],
  left: ['left'],
  lmargin: ['left'],
  inner: ['left'],
  right: ['right'],
  rmargin: ['right'],
  outer: ['right'],
  paperwidth: ['width'],
  paperheight: ['height'],
}

function wishGeometry(wished: Wished): void {
  const known = Object.keys(geometryOptions).join(', ')
  wished.wish(
    'geometry',
    'margins',
    `options of geometry with a length each: ${known}`,
    readGeometry,
    page => {
      wished.page = withMargins(wished.page, page)
    },
  )
}

/** Margins at the left and right replace those at the fold and at the edge of facing pages. */
function withMargins(page: Page, margins: Partial<Page>): Page {
  const { inside: _, outside: __, ...plain } = page
  const isSided = margins.left !== undefined || margins.right !== undefined
  return { ...(isSided ? plain : page), ...margins }
}

/** `margin=1in, top=2cm` → the margins in CSS px. Undefined if an option is not known. */
function readGeometry(text: string): Partial<Page> | undefined {
  const page: Partial<Record<PageLength, number>> = {}
  for (const option of text.split(',').map(part => part.trim())) {
    const [name = '', value = ''] = option.split(/\s*=\s*/)
    const size = pageSize(name)
    const keys = Object.hasOwn(geometryOptions, name) ? geometryOptions[name] : undefined
    const length = writtenLength(value)
    if (size) Object.assign(page, { width: size[0], height: size[1] })
    else if (keys && length !== undefined) for (const key of keys) page[key] = length
    else return undefined
  }
  return page
}

function wishColumns(wished: Wished, look: Look): void {
  const hasMargins = areaKeys.slice(0, 4).some(key => look[key] !== undefined)
  const set = (columns: 1 | 2) => {
    const isNarrow = columns === 2 && wished.page.columns === 1 && !hasMargins
    const margins = isNarrow ? { left: columnsMargin, right: columnsMargin } : {}
    wished.page = { ...wished.page, columns, ...margins }
  }
  const read = (text: string) => (text === '1' ? 1 : text === '2' ? 2 : undefined)
  wished.wish('columns', 'columns', '1 or 2', read, set, columns => columns === wished.page.columns)
  const ofClass = (text: string) =>
    /\btwocolumn\b/.test(text) ? 2 : /\bonecolumn\b/.test(text) ? 1 : undefined
  wished.wish(
    'class-options',
    'columns',
    '`onecolumn` or `twocolumn`',
    ofClass,
    set,
    columns => columns === wished.page.columns,
  )
}

function wishType(wished: Wished, journal: Journal): void {
  const spacings: Readonly<Record<string, number>> = { single: 1, onehalf: 1.5, double: 2 }
  const readSpacing = (text: string) => {
    const factor = spacings[text.toLowerCase()] ?? Number(text)
    return factor >= 0.8 && factor <= 3 ? factor : undefined
  }
  const usual = sizeIn(journal.css.print, 'text-size')
  const readSize = (text: string) => {
    const size = Number(text.replace(/\s*pt$/, ''))
    return size >= 6 && size <= 24 ? size : undefined
  }
  wished.wish(
    'font-size',
    'font-size',
    'a size from 6pt to 24pt',
    readSize,
    size => {
      const ratio = size / usual
      const sizes = ['text-size', 'small-size', 'note-size'].map(
        name => `--${name}: ${Number((sizeIn(journal.css.print, name) * ratio).toFixed(3))}pt;`,
      )
      wished.page = { ...wished.page, baseline: Math.round(wished.page.baseline * ratio) }
      wished.print += `\n:root { ${sizes.join(' ')} }\n`
    },
    size => size === usual,
  )
  wished.wish(
    'line-spacing',
    'line-spacing',
    'a factor from 0.8 to 3',
    readSpacing,
    factor => {
      wished.page = { ...wished.page, baseline: Math.round(wished.page.baseline * factor) }
    },
    factor => factor === 1,
  )
}

/** The size in pt that a variable has in a style sheet. */
function sizeIn(css: string, name: string): number {
  const [last] = [...css.matchAll(new RegExp(`--${name}:\\s*([\\d.]+)pt`, 'g'))].reverse()
  return Number(last?.[1] ?? 10)
}

function wishFonts(wished: Wished, journal: Journal): void {
  const kinds = { 'main-font': 'serif', 'sans-font': 'sans', 'mono-font': 'mono' } as const
  for (const key of ['main-font', 'sans-font', 'mono-font'] as const) {
    const expected = `a font that Offprint or the journal has: ${knownFamilies(journal.manifest).join(', ')}`
    const read = (name: string) => familyFor(name, journal.manifest, key === 'mono-font')
    wished.wish(key, 'fonts', expected, read, family => {
      const isThere = wished.fonts.some(font => font.family === family.family)
      wished.fonts = isThere ? wished.fonts : [...wished.fonts, family]
      wished.common += `\n:root { --${kinds[key]}: "${family.family}", var(--fallback), ${generics[kinds[key]]}; }\n`
    })
  }
  const readColor = (text: string) =>
    /^(?:[a-z]+|#[\da-f]{3}|#[\da-f]{6})$/i.test(text) && isColor(text) ? text : undefined
  wished.wish('link-color', 'link-color', 'a colour such as `navy` or `"#1b4b72"`', readColor, color => {
    wished.print += `\n.text a[href] { color: ${color}; }\n`
    wished.web += `\n@media (prefers-color-scheme: light) { :root { --link: ${color}; } }\n`
  })
}

const generics = { serif: 'serif', sans: 'sans-serif', mono: 'monospace' } as const

/** The colours of CSS that LaTeX knows by the same names, and those written as numbers. */
function isColor(text: string): boolean {
  const names =
    'black blue brown cyan darkblue darkgreen darkred gray green lime magenta maroon navy olive orange pink purple red teal violet'
  return text.startsWith('#') || names.split(' ').includes(text.toLowerCase())
}

function wishNumbers(wished: Wished): void {
  const readEvery = (text: string) => {
    if (/^(?:true|yes|on)$/i.test(text)) return 5
    if (/^(?:false|no|off)$/i.test(text)) return 0
    return /^\d{1,2}$/.test(text) ? Number(text) : undefined
  }
  const expected = '`true`, `false` or how many lines have one number'
  wished.wish(
    'line-numbers',
    'line-numbers',
    expected,
    readEvery,
    every => {
      wished.page = { ...wished.page, 'line-numbers': every }
    },
    every => every === wished.page['line-numbers'],
  )
  const readNumbers = (text: string) =>
    /^(?:true|yes|on)$/i.test(text) ? true : /^(?:false|no|off)$/i.test(text) ? false : undefined
  const isNumbered = () => wished.headings.numbering.some(({ format }) => format !== 'none')
  wished.wish(
    'section-numbers',
    'section-numbers',
    '`true` or `false`',
    readNumbers,
    isAsked => {
      wished.headings = { ...wished.headings, numbering: everyLevel(isAsked ? 'decimal' : 'none') }
    },
    isAsked => isAsked === isNumbered(),
  )
}
