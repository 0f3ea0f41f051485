/**
 * The files of font packages that Offprint uses: the faces that the journals of `styles/` name, those that a
 * manuscript may name, and those that replace missing characters.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fallbackFonts } from '../../pipeline/fonts/fallback-fonts.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { hasOwnFiles } from '../../pipeline/journal/manifest.ts'
import { familyFor, knownFamilies } from '../../pipeline/journal/named-fonts.ts'
import { packageFolders } from '../../pipeline/tools/fonts/font-package.ts'

/** A package, and the paths of the files in it that are used. */
export interface UsedPackage {
  readonly name: string
  readonly folder: string
  readonly files: ReadonlySet<string>
}

/** The packages with fonts for Chinese, Japanese and Korean. */
export const isEastAsian = (name: string) => /^@fontsource\/noto-serif-(?:sc|tc|jp|kr)$/.test(name)

/** What every package needs beside its faces: its name, its list of subsets, its licence. */
const companions = /^(?:package\.json|unicode\.json|metadata\.json|LICENSE.*|OFL.*)$/i

/** `styles`: absolute path of the journals. */
export async function usedFonts(styles: string): Promise<readonly UsedPackage[]> {
  const patterns = new Map<string, RegExp[]>()
  const use = (name: string, ...files: readonly RegExp[]) =>
    patterns.set(name, [...(patterns.get(name) ?? [companions]), ...files])
  for (const family of [...(await families(styles)), ...namedFamilies()]) {
    if (!hasOwnFiles(family)) use(family.package, ...family.faces.map(face => faceFiles(face, family.math)))
    else if (family.package !== undefined)
      use(family.package, ...Object.values(family.faces).map(file => new RegExp(`^${RegExp.escape(file)}$`)))
  }
  for (const { package: name, faces } of fallbackFonts('en', ''))
    use(name, ...faces.map(face => faceFiles(face)))
  return [...patterns].map(([name, wanted]) => usedPackage(name, wanted))
}

async function families(styles: string) {
  // `base` is what journals extend, and no journal itself.
  const journals = readdirSync(styles, { withFileTypes: true }).filter(
    entry => entry.isDirectory() && entry.name !== 'base',
  )
  const loaded = await Promise.all(
    journals.map(({ name }) => loadJournal(join(styles, name), styles, diskHost, 'en')),
  )
  return loaded.flatMap(({ journal, files }, index) => {
    if (!journal)
      throw new Error(
        `The journal ${journals[index]?.name} cannot be read: ${files.flatMap(file => file.messages)}`,
      )
    return journal.manifest.fonts
  })
}

function namedFamilies() {
  return knownFamilies({ fonts: [] }).flatMap(name =>
    [true, false].flatMap(isCode => familyFor(name, { fonts: [] }, isCode) ?? []),
  )
}

/** `400 italic` → its files in all subsets. The measures of a font for formulas are read from WOFF. */
function faceFiles(face: string, isMath = false): RegExp {
  const [weight = '400', style = 'normal'] = face.split(' ')
  return new RegExp(`^files/.*-${weight}-${style}\\.${isMath ? 'woff2?' : 'woff2'}$`)
}

function usedPackage(name: string, wanted: readonly RegExp[]): UsedPackage {
  const [folder] = packageFolders(name)
  if (folder === undefined) throw new Error(`The package ${name} is not installed`)
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = all.filter(file => wanted.some(pattern => pattern.test(file)))
  const faces = files.filter(file => !companions.test(file))
  if (faces.length === 0 || !files.some(file => /^(?:LICENSE|OFL)/i.test(file)))
    throw new Error(`The package ${name} has no faces or no licence`)
  return { name, folder, files: new Set(files) }
}
