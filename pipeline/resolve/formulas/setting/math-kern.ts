/**
 * The correction between a letter and its script (OpenType, MathKernInfo), as LuaTeX reads the table: the
 * measures of the script are those of its letter at the size of the base.
 */
import type { KernCorner, MathFont } from '../../../fonts/index.ts'
import type { Glyph } from './box.ts'

export function mathKern(
  font: MathFont,
  base: Glyph,
  script: Glyph,
  { corner, shift }: { readonly corner: 'sup' | 'sub'; readonly shift: number },
): number {
  const [ofBase, ofScript]: readonly [KernCorner, KernCorner] =
    corner === 'sup' ? ['topRight', 'bottomLeft'] : ['bottomRight', 'topLeft']
  const at = (height: number): number =>
    base.size * (font.kern(base.id, ofBase, height / base.size) ?? 0) +
    base.size * (font.kern(script.id, ofScript, height / base.size) ?? 0)
  const baseBox = font.glyphBox(base.id)
  const scriptBox = font.glyphBox(script.id)
  const heights =
    corner === 'sup'
      ? [base.size * baseBox.height, shift - base.size * scriptBox.depth]
      : [base.size * scriptBox.height - shift, -base.size * baseBox.depth]
  return Math.min(...heights.map(at))
}
