/**
 * A hand in the browser: finds a place for tables that are wider than their column although their cells are
 * wrapped. One with a caption moves: across the page, or turned on a page of its own. What no place is wide
 * enough for is set smaller.
 */
import type { Limits, Misfit } from '../misfit.ts'

/** Runs in the page, on its own: it may use nothing from outside. */
export function fitTables({ columnWidth, areaWidth, areaHeight, baseline }: Limits): Misfit[] {
  type Place = 'own' | 'page' | 'landscape'
  interface Settled {
    readonly table: HTMLElement
    /** What it cannot be narrower than. */
    readonly least: number
    readonly room: number
  }
  interface Wide extends Settled {
    readonly figure: HTMLElement | undefined
    readonly place: Place
  }
  const leastScale = 0.7
  /** So little that nobody turns the page for it. */
  const slightScale = 0.95
  /** A turned table must be this much shorter, or it may as well stand upright. */
  const gainByTurning = 0.67

  const isMovable = (figure: HTMLElement): boolean => figure.getAttribute('data-placement') !== 'here'
  const placeOf = (figure: HTMLElement | undefined): Place => {
    if (!figure || !isMovable(figure)) return 'own'
    if (figure.getAttribute('data-orientation') === 'landscape') return 'landscape'
    return figure.getAttribute('data-span') === 'page' ? 'page' : 'own'
  }
  const move = (figure: HTMLElement, place: Place): void => {
    figure.setAttribute('data-span', place === 'own' ? 'column' : 'page')
    if (place === 'landscape') figure.setAttribute('data-orientation', 'landscape')
    else figure.removeAttribute('data-orientation')
  }
  const contentWidth = (element: Element): number => {
    const css = getComputedStyle(element)
    return element.clientWidth - Number.parseFloat(css.paddingLeft) - Number.parseFloat(css.paddingRight)
  }

  const findWide = (): Wide[] =>
    Array.from(document.querySelectorAll('table')).flatMap(table => {
      const holder = table.closest('figure')
      const figure = holder instanceof HTMLElement ? holder : undefined
      const room = table.parentElement ? contentWidth(table.parentElement) : columnWidth
      const least = table.getBoundingClientRect().width
      return least > room + 0.5 ? [{ table, figure, place: placeOf(figure), least, room }] : []
    })

  /** Heights across the page and turned; each is tried for all tables at once. */
  const tryPlaces = (tables: readonly Wide[]): ReadonlyMap<Wide, Record<'page' | 'landscape', number>> => {
    const heights = (['page', 'landscape'] as const).map(place => {
      for (const { figure } of tables) if (figure) move(figure, place)
      return tables.map(({ figure }) => figure?.getBoundingClientRect().height ?? 0)
    })
    return new Map(
      tables.map((one, at) => [one, { page: heights[0]?.[at] ?? 0, landscape: heights[1]?.[at] ?? 0 }]),
    )
  }

  const choose = ({ least, place }: Wide, heights: Record<'page' | 'landscape', number>): Place => {
    if (place === 'landscape') return place
    const fitsTurned = heights.landscape <= areaWidth - 2 * baseline
    const isShorterTurned = heights.landscape <= gainByTurning * heights.page
    if (fitsTurned && isShorterTurned && least <= areaHeight + 0.5) return 'landscape'
    return least * slightScale <= areaWidth || !fitsTurned ? 'page' : 'landscape'
  }

  /** Those that still are too wide after something was done to all of them. */
  const stillWide = (tables: readonly Settled[]): Settled[] =>
    tables.flatMap(one => {
      const least = one.table.getBoundingClientRect().width
      return least > one.room + 0.5 ? [{ ...one, least }] : []
    })

  const shrink = (tables: readonly Settled[]): void => {
    const looks = tables.map(({ table }) => {
      const { fontSize, lineHeight } = getComputedStyle(table)
      return [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)] as const
    })
    tables.forEach((one, at) => {
      const [fontSize = 0, lineHeight = 0] = looks[at] ?? []
      const scale = scaleOf(one)
      one.table.style.fontSize = `${(fontSize * scale).toFixed(3)}px`
      if (lineHeight > 0) one.table.style.lineHeight = `${(lineHeight * scale).toFixed(3)}px`
    })
  }
  const scaleOf = ({ least, room }: Settled): number => Math.max(leastScale, (room - 0.5) / least)

  const wide = findWide()
  if (wide.length === 0) return []
  const movable = wide.filter(({ figure }) => figure && isMovable(figure))
  const heights = tryPlaces(movable)
  const settled = wide.map((one): Wide => {
    const tried = heights.get(one)
    if (!one.figure || !tried) return one
    const place = choose(one, tried)
    move(one.figure, place)
    return { ...one, place, room: place === 'landscape' ? areaHeight : areaWidth }
  })
  const tight = stillWide(settled)
  for (const { table } of tight) table.classList.add('is-tight')
  const scaled = stillWide(tight)
  shrink(scaled)
  // Words are divided anywhere before they leave the page: those of the heads first.
  const over = stillWide(scaled)
  for (const { table } of over) table.classList.add('has-divided-heads')
  for (const { table } of stillWide(over)) table.classList.add('has-divided-words')
  return scaled.map(one => {
    const source = one.table.closest('[data-source]')?.getAttribute('data-source')
    return {
      source: source === null || source === undefined ? undefined : Number(source),
      kind: 'table',
      outcome: over.some(({ table }) => table === one.table) ? 'overflows' : 'scaled',
      ratio: scaleOf(one),
    }
  })
}
