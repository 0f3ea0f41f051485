/** Copies the files of font packages that are used, in the layout of `node_modules`. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { UsedPackage } from './used-fonts.ts'

/** `to`: absolute path of the folder of fonts. */
export function copyFonts(packages: readonly UsedPackage[], to: string): void {
  for (const { name, folder, files } of packages)
    for (const file of files) cpSync(join(folder, file), join(to, name, file))
}
