/**
 * Puts the fonts into the package offprint-fonts-cjk. npm runs it before it packs: `npm pack` in the folder
 * `tooling/package/fonts-cjk`.
 */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { copyFonts } from './copy-fonts.ts'
import { isEastAsian, usedFonts } from './used-fonts.ts'

const styles = fileURLToPath(new URL('../../styles', import.meta.url))
const folder = fileURLToPath(new URL('fonts-cjk/fonts', import.meta.url))

rmSync(folder, { recursive: true, force: true })
const fonts = await usedFonts(styles)
copyFonts(
  fonts.filter(({ name }) => isEastAsian(name)),
  folder,
)
