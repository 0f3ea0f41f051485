/** The widths of LaTeX boxes and images as shares of the line, in percent. */

const length = String.raw`([\d.]*)\s*(\\(?:text|line|column|paper|h)(?:width|size)|cm|mm|in|pt|em)`
const widthOption = new RegExp(String.raw`(?:^|,)\s*width\s*=\s*${length}`)
const boxWidth = new RegExp(String.raw`^\s*${length}\s*$`)

/**
 * The width in the options of `\includegraphics`: `width=0.5\textwidth` → `50%`, `width=8cm` → `8cm`. In a
 * box, the percentage is of the line outside; without a width, the image is as wide as the box. Undefined if
 * there is no width, or a share of the text that is more than 100%.
 */
export function widthOf(options: string, outer: number | undefined): string | undefined {
  const [, factor = '', unit = ''] = widthOption.exec(options) ?? []
  if (unit === '') return outer === undefined ? undefined : `${outer}%`
  if (!unit.startsWith('\\')) return factor === '' ? undefined : `${factor}${unit}`
  const share = percent(factor, outer)
  return share === undefined ? undefined : `${share}%`
}

/** The share of the line that a box of this width has: `0.3\textwidth` → 30. */
export function shareOf(width: string, outer: number | undefined): { readonly share?: number } {
  const [, factor = '', unit = ''] = boxWidth.exec(width) ?? []
  const share = unit.startsWith('\\') ? percent(factor, outer) : undefined
  return share === undefined ? {} : { share }
}

function percent(factor: string, outer = 100): number | undefined {
  const share = factor === '' ? 1 : Number(factor)
  return share > 0 && share <= 1 ? Math.round(share * outer * 10) / 10 : undefined
}
