/**
 * Finds the cells of a table drawn with `+`, `-`, `=` and `|`. A cell is a rectangle whose four corners are
 * `+` and whose sides are lines. The search follows reStructuredText's definition of grid tables: the next
 * cell is the smallest rectangle to the right of and below a known corner.
 */

/** The borders of a cell, as line and column numbers of the drawing. */
export interface GridCell {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Lines of single characters. */
type Drawing = readonly (readonly string[])[]

/** The cells of a drawing. Undefined if they do not cover the whole drawing. */
export function gridCells(drawing: Drawing): readonly GridCell[] | undefined {
  const height = drawing.length - 1
  const width = (drawing[0]?.length ?? 0) - 1
  const cells: GridCell[] = []
  /** For each column, the last line that a cell found so far covers. */
  const done = Array.from({ length: width }, () => -1)
  const corners: [top: number, left: number][] = [[0, 0]]
  for (let corner = corners.shift(); corner; corner = corners.shift()) {
    const [top, left] = corner
    if (top >= height || left >= width || top <= (done[left] ?? -1)) continue
    const cell = cellAt(drawing, top, left)
    if (!cell) continue
    for (let column = left; column < cell.right; column++) {
      if (done[column] !== top - 1) return undefined
      done[column] = cell.bottom - 1
    }
    cells.push(cell)
    corners.push([top, cell.right], [cell.bottom, left])
    corners.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  }
  return cells.length > 0 && done.every(line => line === height - 1) ? cells : undefined
}

/** The smallest cell whose top left corner is at this place. */
function cellAt(drawing: Drawing, top: number, left: number): GridCell | undefined {
  const at = (line: number, column: number) => drawing[line]?.[column]
  if (at(top, left) !== '+') return undefined
  for (let right = left + 1; isFlat(at(top, right)); right++) {
    if (at(top, right) !== '+') continue
    for (let bottom = top + 1; isUpright(at(bottom, right)); bottom++) {
      if (at(bottom, right) === '+' && isClosed(drawing, { top, left, bottom, right })) {
        return { top, left, bottom, right }
      }
    }
  }
  return undefined
}

/** Whether the left and the bottom side are lines; `cellAt` has followed the other two. */
function isClosed(drawing: Drawing, { top, left, bottom, right }: GridCell): boolean {
  if (drawing[bottom]?.[left] !== '+') return false
  for (let column = left + 1; column < right; column++) if (!isFlat(drawing[bottom]?.[column])) return false
  for (let line = top + 1; line < bottom; line++) if (!isUpright(drawing[line]?.[left])) return false
  return true
}

function isFlat(mark: string | undefined): boolean {
  return mark === '+' || mark === '-' || mark === '=' || mark === ':'
}

function isUpright(mark: string | undefined): boolean {
  return mark === '+' || mark === '|'
}
