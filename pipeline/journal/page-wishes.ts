/** The wishes about paper, margins and columns. Lengths are in CSS px. */
import type { Look, LookKey } from '../model/metadata.ts'
import type { Manifest } from './manifest.ts'
import { pageMargins } from './page-mistakes.ts'
import { pageSize, pageSizeNames, writtenLength } from './page-sizes.ts'
import type { Wished } from './wished.ts'

type Page = Manifest['page']

/** The least margin where the size of the page changes, and the margin of a page with two columns. */
const leastMargin = 45
const columnsMargin = 76

/** The keys that change the room for the text. */
export const areaKeys: readonly LookKey[] = [
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

export function wishPage(wished: Wished, look: Look): void {
  wishPaper(wished)
  wishMargins(wished)
  wishGeometry(wished)
  wishColumns(wished, look)
}

function wishPaper(wished: Wished): void {
  const resize = ([width, height]: readonly [number, number]) => {
    // The measure stays as it is, and the margins take what is more or less.
    const { left, right } = pageMargins(wished.page)
    const half = (width - wished.page.width) / 2
    const margins = [Math.max(leastMargin, left + half), Math.max(leastMargin, right + half)] as const
    wished.page = { ...wished.page, width, height, ...sides(wished.page, ...margins) }
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

type PageLength = 'top' | 'bottom' | 'left' | 'right' | 'inside' | 'outside' | 'width' | 'height'

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
  inner: ['inside'],
  right: ['right'],
  rmargin: ['right'],
  outer: ['outside'],
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

/**
 * Margins at the left and right replace those at the fold and at the edge of facing pages, and these replace
 * margins at the left and right. One that is not wished keeps its width.
 */
function withMargins(page: Page, margins: Partial<Page>): Page {
  const { inside: _, outside: __, ...plain } = page
  const { left, right } = pageMargins(page)
  if (margins.inside !== undefined || margins.outside !== undefined)
    return { ...page, inside: left, outside: right, ...margins }
  const isSided = margins.left !== undefined || margins.right !== undefined
  return isSided ? { ...plain, left, right, ...margins } : { ...page, ...margins }
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
  const hasMargins = (['margin', 'geometry', 'left', 'right'] as const).some(key => look[key] !== undefined)
  const set = (columns: Page['columns']) => {
    const isNarrow = columns > 1 && wished.page.columns === 1 && !hasMargins
    const margins = isNarrow ? sides(wished.page, columnsMargin, columnsMargin) : {}
    wished.page = { ...wished.page, columns, ...margins }
  }
  const isSo = (columns: number) => columns === wished.page.columns
  const read = (text: string) => ([1, 2, 3] as const).find(columns => text === String(columns))
  wished.wish('columns', 'columns', '1, 2 or 3', read, set, isSo)
  const ofClass = (text: string) =>
    /\btwocolumn\b/.test(text) ? 2 : /\bonecolumn\b/.test(text) ? 1 : undefined
  wished.wish('class-options', 'columns', '`onecolumn` or `twocolumn`', ofClass, set, isSo)
}

/** Margins under the names that the page has for them: left and right, or inside and outside. */
function sides({ inside }: Page, left: number, right: number): Partial<Page> {
  return inside === undefined ? { left, right } : { inside: left, outside: right }
}
