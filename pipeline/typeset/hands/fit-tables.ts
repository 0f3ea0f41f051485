/**
 * A hand in the browser: finds a place for each table that is wider than its column although its cells are
 * wrapped. A table in a figure moves: across the page, or onto a page that is turned. In a table that is too
 * wide for every place, words are divided, but no numbers, and last the letters are made smaller.
 */
import type { Limits, Misfit } from '../misfit.ts'
import type { Dom } from './dom.ts'
import type { tableFramer } from './table-framer.ts'

/** Finds a place for each wide table. Returns the tables that had to be set smaller. */
export function fitTables(
  dom: Dom,
  makeFramer: typeof tableFramer,
  { columnWidth, areaWidth, areaHeight, baseline }: Limits,
): Misfit[] {
  type Place = 'column' | 'page' | 'landscape'
  type Heights = Readonly<Record<'page' | 'landscape', number>>
  interface FittedTable {
    readonly table: HTMLElement
    /** The least width of the table. */
    readonly least: number
    readonly room: number
  }
  interface WideTable extends FittedTable {
    readonly figure: HTMLElement | undefined
    readonly place: Place
  }
  /** The least share of its size that a table is set at. Smaller type would not be readable. */
  const leastScale = 0.7
  /** A table is set smaller down to this share of its size before the page is turned for it. */
  const slightScale = 0.95
  /** A turned table is preferred only if its height is at most this share of the height when upright. */
  const gainByTurning = 0.67

  /** Letters in a token with digits that is a number with its unit: "12 kg". */
  const mostUnitLetters = 4
  /** A column is squeezed if a cell has so many lines with hardly more than one word in each. */
  const squeezedLines = 4
  const squeezedWords = 1.5

  const isMovable = (figure: HTMLElement): boolean => figure.getAttribute('data-placement') !== 'here'
  const presentPlace = (figure: HTMLElement | undefined): Place => {
    if (!figure || !isMovable(figure)) return 'column'
    if (figure.getAttribute('data-orientation') === 'landscape') return 'landscape'
    return figure.getAttribute('data-span') === 'page' ? 'page' : 'column'
  }
  const move = (figure: HTMLElement, place: Place): void => {
    figure.setAttribute('data-span', place === 'column' ? 'column' : 'page')
    if (place === 'landscape') figure.setAttribute('data-orientation', 'landscape')
    else figure.removeAttribute('data-orientation')
  }
  const contentWidth = (element: Element): number => {
    const css = getComputedStyle(element)
    return element.clientWidth - Number.parseFloat(css.paddingLeft) - Number.parseFloat(css.paddingRight)
  }

  const roomOf = (table: Element): number =>
    table.parentElement ? contentWidth(table.parentElement) : columnWidth
  const isTooWide = (table: Element): boolean => table.getBoundingClientRect().width > roomOf(table) + 0.5
  const framer = makeFramer()
  /** Figures that were made around tables without a caption. The page is not turned for them. */
  const framed = new Set<HTMLElement>()

  const findWide = (): WideTable[] =>
    Array.from(document.querySelectorAll('table')).flatMap(table => {
      const holder = table.closest('figure')
      const figure = holder instanceof HTMLElement ? holder : undefined
      const room = roomOf(table)
      const least = table.getBoundingClientRect().width
      return least > room + 0.5 ? [{ table, figure, place: presentPlace(figure), least, room }] : []
    })

  /** Whether a table fits its column only with a column of words that is one word wide. */
  const isSqueezed = (table: Element): boolean =>
    Array.from(table.querySelectorAll('tbody > tr > *')).some(cell => {
      const words = (cell.textContent ?? '').trim().split(/[ \t\n]+/).length
      if (words < squeezedLines) return false
      const lines = dom.linesIn(cell).length
      return lines >= squeezedLines && words <= lines * squeezedWords
    })
  /** Sets tables across the page that are squeezed, or too wide although they are in no figure. */
  const widen = (): void => {
    if (areaWidth < columnWidth + 1) return
    const tables = Array.from(document.querySelectorAll('table')).filter(table => {
      const figure = table.closest('figure')
      if (!figure) return framer.isFree(table) && (isTooWide(table) || isSqueezed(table))
      return figure.matches('.table[data-span=column]:not([data-placement=here])') && isSqueezed(table)
    })
    for (const figure of tables.flatMap(table => table.closest('figure') ?? [])) move(figure, 'page')
    for (const figure of framer.frame(tables.filter(framer.isFree))) framed.add(figure)
  }

  /** The heights of wide tables across the page and turned. Each place is tried with all tables at once. */
  const tryPlaces = (tables: readonly WideTable[]): ReadonlyMap<WideTable, Heights> => {
    const heights = (['page', 'landscape'] as const).map(place => {
      for (const { figure } of tables) if (figure) move(figure, place)
      return tables.map(({ figure }) => figure?.getBoundingClientRect().height ?? 0)
    })
    return new Map(
      tables.map((table, index) => [
        table,
        { page: heights[0]?.[index] ?? 0, landscape: heights[1]?.[index] ?? 0 },
      ]),
    )
  }

  const choosePlace = ({ least, place, figure }: WideTable, heights: Heights): Place => {
    if (place === 'landscape') return place
    if (figure && framed.has(figure)) return 'page'
    const fitsTurned = heights.landscape <= areaWidth - 2 * baseline
    const isShorterTurned = heights.landscape <= gainByTurning * heights.page
    if (fitsTurned && isShorterTurned && least <= areaHeight + 0.5) return 'landscape'
    return least * slightScale <= areaWidth || !fitsTurned ? 'page' : 'landscape'
  }

  /** The tables that are still too wide, measured again. */
  const stillWide = (tables: readonly FittedTable[]): FittedTable[] =>
    tables.flatMap(fitted => {
      const least = fitted.table.getBoundingClientRect().width
      return least > fitted.room + 0.5 ? [{ ...fitted, least }] : []
    })

  const shrink = (tables: readonly FittedTable[]): void => {
    const sizes = tables.map(({ table }) => {
      const { fontSize, lineHeight } = getComputedStyle(table)
      return [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)] as const
    })
    tables.forEach((fitted, index) => {
      const [fontSize = 0, lineHeight = 0] = sizes[index] ?? []
      const scale = fittingScale(fitted)
      fitted.table.style.fontSize = `${(fontSize * scale).toFixed(3)}px`
      if (lineHeight > 0) fitted.table.style.lineHeight = `${(lineHeight * scale).toFixed(3)}px`
    })
  }
  const fittingScale = ({ least, room }: FittedTable): number => Math.max(leastScale, (room - 0.5) / least)

  /** Texts with soft hyphens, which are used only if a table does not fit otherwise. */
  const divided = new Map<Text, string>()
  for (const text of dom.all('table').flatMap(table => dom.textsIn(table))) {
    if (!text.data.includes('\u00AD')) continue
    divided.set(text, text.data)
    text.data = text.data.replaceAll('\u00AD', '')
  }
  const divideWords = (tables: readonly FittedTable[]): void => {
    for (const text of tables.flatMap(({ table }) => dom.textsIn(table))) {
      text.data = divided.get(text) ?? text.data
    }
  }
  /** Keeps the browser from dividing numbers, with their signs and units. */
  const keepNumbers = ({ table }: FittedTable): void => {
    for (const text of dom.textsIn(table)) {
      if (!/\d/.test(text.data) || text.parentElement?.closest('math, svg')) continue
      const parts = text.data.split(/([^ \t\n]*\d[^ \t\n]*)/)
      if (parts.length === 1) continue
      const nodes = parts.map((part, index) => {
        const letters = part.replace(/\P{L}/gu, '').length
        if (index % 2 === 0 || letters > mostUnitLetters) return document.createTextNode(part)
        const number = document.createElement('span')
        number.style.whiteSpace = 'nowrap'
        number.textContent = part
        return number
      })
      text.replaceWith(...nodes)
    }
  }

  widen()
  const wide = findWide()
  if (wide.length === 0) return []
  const movable = wide.filter(({ figure }) => figure && isMovable(figure))
  const heights = tryPlaces(movable)
  const moved = wide.map((table): WideTable => {
    const triedHeights = heights.get(table)
    if (!table.figure || !triedHeights) return table
    const place = choosePlace(table, triedHeights)
    move(table.figure, place)
    return { ...table, place, room: place === 'landscape' ? areaHeight : areaWidth }
  })
  const tight = stillWide(moved)
  for (const { table } of tight) table.classList.add('is-tight')
  const narrowed = stillWide(tight)
  divideWords(narrowed)
  const scaled = stillWide(narrowed)
  shrink(scaled)
  // If a table would still leave the page, words are divided anywhere: first in the heads, then in all cells.
  const overflowing = stillWide(scaled)
  overflowing.forEach(keepNumbers)
  for (const { table } of overflowing) table.classList.add('has-divided-heads')
  for (const { table } of stillWide(overflowing)) table.classList.add('has-divided-words')
  return scaled.map(fitted => ({
    source: dom.sourceOf(fitted.table),
    kind: 'table',
    outcome: overflowing.some(({ table }) => table === fitted.table) ? 'overflows' : 'scaled',
    ratio: fittingScale(fitted),
  }))
}
