/**
 * A hand in the browser: finds a place for each table that is wider than its column although its cells are
 * wrapped. A table with a caption moves: across the page, or onto a page that is turned. A table that is too
 * wide for every place is set smaller.
 */
import type { Limits, Misfit } from '../misfit.ts'
import type { Dom } from './dom.ts'

/** Finds a place for each wide table. Returns the tables that had to be set smaller. */
export function fitTables(dom: Dom, { columnWidth, areaWidth, areaHeight, baseline }: Limits): Misfit[] {
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

  const findWide = (): WideTable[] =>
    Array.from(document.querySelectorAll('table')).flatMap(table => {
      const holder = table.closest('figure')
      const figure = holder instanceof HTMLElement ? holder : undefined
      const room = table.parentElement ? contentWidth(table.parentElement) : columnWidth
      const least = table.getBoundingClientRect().width
      return least > room + 0.5 ? [{ table, figure, place: presentPlace(figure), least, room }] : []
    })

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

  const choosePlace = ({ least, place }: WideTable, heights: Heights): Place => {
    if (place === 'landscape') return place
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
  const scaled = stillWide(tight)
  shrink(scaled)
  // If a table would still leave the page, words are divided anywhere: first in the heads, then in all cells.
  const overflowing = stillWide(scaled)
  for (const { table } of overflowing) table.classList.add('has-divided-heads')
  for (const { table } of stillWide(overflowing)) table.classList.add('has-divided-words')
  return scaled.map(fitted => ({
    source: dom.sourceOf(fitted.table),
    kind: 'table',
    outcome: overflowing.some(({ table }) => table === fitted.table) ? 'overflows' : 'scaled',
    ratio: fittingScale(fitted),
  }))
}
