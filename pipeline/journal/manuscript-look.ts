/**
 * What a manuscript asks of its pages (`papersize`, `geometry`, `linestretch`, …) → the journal with these
 * wishes, as far as its manifest allows them. The others come back with the reason.
 */
import type { Look } from '../model/metadata.ts'
import type { Journal } from './journal.ts'
import { familyFor, knownFamilies } from './named-fonts.ts'
import { everyLevel } from './numbering.ts'
import { pageMargins, pageMistakes } from './page-mistakes.ts'
import { areaKeys, wishPage } from './page-wishes.ts'
import { type RefusedWish, Wished } from './wished.ts'

export type { RefusedWish }

interface WishedJournal {
  readonly journal: Journal
  readonly refused: readonly RefusedWish[]
}

/** The least width and height of the text, in CSS px. */
const leastArea = 190

/** Applies the wishes of a manuscript to its journal. */
export function withLook(journal: Journal, look: Look): WishedJournal {
  if (Object.keys(look).length === 0) return { journal, refused: [] }
  const wished = new Wished(journal, look)
  wishPage(wished, look)
  wishType(wished, journal)
  wishFonts(wished, journal)
  wishNumbers(wished)
  const { page, refused } = wished
  const { left, right } = pageMargins(page)
  const isRoomy =
    page.width - left - right >= leastArea * page.columns &&
    page.height - page.top - page.bottom >= leastArea &&
    pageMistakes(page).length === 0
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
        print: css.print + wished.common + wished.print,
        web: css.web + wished.common + wished.web,
      },
    },
    refused: [...refused, ...tooSmall],
  }
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
