/**
 * The families of @fontsource packages: whether each face is there and has what the manifest says. A face
 * without a file would be replaced by another family without a word.
 */
import type { Host } from '../host/index.ts'
import { faceFile, isInstalled, readAsset, type Subset, subsetsOf } from '../tools/fonts/font-package.ts'
import { featuresOf, sfntOf, woffEntries } from '../tools/fonts/sfnt.ts'
import { type FontProblem, missingFeatures, missingMath, missingPackage } from './font-problems.ts'
import type { PackagedFamily } from './manifest.ts'

/** What is missing of a package. `index`: the place of the family in the list of fonts. */
export async function packageProblems(
  family: PackagedFamily,
  index: number,
  host: Host,
): Promise<readonly FontProblem[]> {
  const { package: name, faces } = family
  if (!isInstalled(`${name}/package.json`)) return [missingPackage(name, index)]
  const subsets = await subsetsOf(name, host).catch(() => [])
  if (subsets.length === 0) {
    return [
      {
        rule: 'journal-invalid',
        reason: `Unexpected list of faces for the package \`${name}\`, which has no subsets`,
        note: 'Name the file of each face in the package: `faces: {"400": 400Regular/House_400Regular.ttf}`.',
        path: ['fonts', index, 'faces'],
      },
    ]
  }
  const found = await Promise.all(
    faces.map((face, at) => faceProblems(family, face, subsets, ['fonts', index, 'faces', at], host)),
  )
  return found.flat()
}

async function faceProblems(
  family: PackagedFamily,
  face: string,
  subsets: readonly Subset[],
  path: FontProblem['path'],
  host: Host,
): Promise<readonly FontProblem[]> {
  const file = mainFile(family, face, subsets)
  if (file === undefined) {
    return [
      {
        rule: 'journal-invalid',
        reason: `Missing face \`${face}\` in the package \`${family.package}\``,
        note: `Name a weight and style that the package has. Offprint comes with those that its journals use; for others, run \`npm install ${family.package}\`.`,
        path,
      },
    ]
  }
  const font = `face \`${face}\` of the package \`${family.package}\``
  const isMath = !family.math || (await hasMath(faceFile(family.package, 'latin', face, 'woff'), host))
  return [
    ...(isMath ? [] : [missingMath(font, path)]),
    ...(family.features ? missingFeatures(family.features, font, path, await featuresIn(file, host)) : []),
  ]
}

/** True if a WOFF file of a package is a font for formulas. Only its directory is read: the file is large. */
async function hasMath(file: string, host: Host): Promise<boolean> {
  const woff = await readAsset(file, host).catch(() => undefined)
  return woff !== undefined && woffEntries(woff).some(({ tag }) => tag === 'MATH')
}

async function featuresIn(file: string, host: Host): Promise<ReadonlySet<string>> {
  const sfnt = await sfntOf(await readAsset(file, host))
  return sfnt ? featuresOf(sfnt) : new Set()
}

/** The file of a face that stands for all its subsets: the Latin one if it has one. */
function mainFile(
  { package: name, math }: PackagedFamily,
  face: string,
  subsets: readonly Subset[],
): string | undefined {
  // A font for formulas is used as one file.
  const names = math ? ['latin'] : ['latin', ...subsets.map(subset => subset.name)]
  return names.map(subset => faceFile(name, subset, face)).find(isInstalled)
}

/** The OpenType features of the regular face of a family. */
export async function packageFeatures(family: PackagedFamily, host: Host): Promise<ReadonlySet<string>> {
  const subsets = await subsetsOf(family.package, host).catch(() => [])
  const file = mainFile(family, family.faces[0] ?? '400', subsets)
  return file === undefined ? new Set() : await featuresIn(file, host)
}
