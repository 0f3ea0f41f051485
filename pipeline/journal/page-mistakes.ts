/**
 * Measures of the page in `journal.yml` that are right one by one and do not fit together. Lengths in CSS px.
 */

interface PageMeasures {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly inside?: number | undefined
  readonly outside?: number | undefined
  readonly columns: number
  readonly gutter: number
  readonly first?:
    | {
        readonly left?: number | undefined
        readonly right?: number | undefined
        readonly columns?: number | undefined
      }
    | undefined
  readonly 'margin-column'?:
    | {
        readonly side: 'left' | 'right' | 'outer' | 'inner'
        readonly width: number
        readonly gap: number
      }
    | undefined
}

type Mistake = readonly [path: string[], message: string]

/** The margins of pages with odd numbers. */
export function pageMargins({ left, right, inside, outside }: PageMeasures): {
  readonly left: number
  readonly right: number
} {
  return inside === undefined || outside === undefined ? { left, right } : { left: inside, right: outside }
}

export function pageMistakes(page: PageMeasures): readonly Mistake[] {
  const { inside, outside } = page
  if (inside === undefined && outside !== undefined) return [[['outside'], 'expected `inside` beside it']]
  if (outside === undefined && inside !== undefined) return [[['inside'], 'expected `outside` beside it']]
  const column = columnWidth(page)
  const least = 40
  if (column < least) {
    const room = `columns of ${inMillimetres(least)} or more, not ${inMillimetres(column)}`
    // The margins, the gutter and the number of columns may come from different files.
    return [[[], `expected measures that leave ${room}`]]
  }
  return [...firstMistakes(page), ...marginMistakes(page)]
}

function columnWidth(page: PageMeasures): number {
  const { left, right } = pageMargins(page)
  return (page.width - left - right - (page.columns - 1) * page.gutter) / page.columns
}

/** The first page cannot have wider or narrower columns, because its lines continue on the next page. */
function firstMistakes(page: PageMeasures): Mistake[] {
  const { first, columns, gutter, width } = page
  if (!first) return []
  const count = first.columns ?? columns
  if (count > columns)
    return [[['first', 'columns'], `expected at most ${columns}, the columns of the other pages`]]
  if (first.left === undefined || first.right === undefined) return []
  const needed = count * columnWidth(page) + (count - 1) * gutter
  const right = width - first.left - needed
  if (Math.abs(right - first.right) < 2) return []
  return [
    [
      ['first', 'right'],
      `expected ${inMillimetres(right)} or nothing, because the columns are as wide as on the other pages`,
    ],
  ]
}

function marginMistakes(page: PageMeasures): Mistake[] {
  const column = page['margin-column']
  if (!column) return []
  const margins = pageMargins(page)
  const used = marginSides(column.side, page.inside !== undefined)
  const room = Math.max(0, Math.min(...used.map(side => margins[side])) - column.gap)
  if (column.width <= room + 0.5) return []
  return [[['margin-column', 'width'], `expected at most ${inMillimetres(room)}, the margin without the gap`]]
}

/** The margins of pages with odd numbers that are as wide as those that the column is in. */
function marginSides(
  side: 'left' | 'right' | 'outer' | 'inner',
  isMirrored: boolean,
): readonly ('left' | 'right')[] {
  const isFixed = side === 'left' || side === 'right'
  if (isFixed === isMirrored) return ['left', 'right']
  return [isFixed ? side : side === 'outer' ? 'right' : 'left']
}

function inMillimetres(pixels: number): string {
  return `${Math.round((pixels * 254) / 96) / 10}mm`
}
