/** What is wrong with a font that a manifest names, at its place in the manifest. */
import { featuresOf, tablesOf } from '../tools/fonts/sfnt.ts'
import type { ManifestPath } from './expected.ts'
import type { OwnFamily } from './manifest.ts'

export interface FontProblem {
  readonly rule: 'journal-invalid' | 'journal-font'
  readonly reason: string
  readonly note?: string
  readonly path: ManifestPath
}

type Path = FontProblem['path']

/**
 * Features and tables that the manifest asks for and a font file does not have. `font`: its name in
 * messages.
 */
export function lackingParts(
  family: Pick<OwnFamily, 'features' | 'math'>,
  font: string,
  path: Path,
  sfnt: Uint8Array,
): readonly FontProblem[] {
  const tables = tablesOf(sfnt)
  return [
    ...missingFeatures(family.features ?? [], font, path, featuresOf(sfnt)),
    ...(family.math && !tables.has('MATH') ? [missingMath(font, path)] : []),
    ...(tables.has('glyf') ? [] : [drawnOutlines(font, path, family.math === true)]),
  ]
}

export function missingFeatures(
  wanted: readonly string[],
  font: string,
  path: Path,
  has: ReadonlySet<string>,
): readonly FontProblem[] {
  const missing = wanted.filter(feature => !has.has(feature))
  return missing.map(feature => ({
    rule: 'journal-font',
    reason: `Missing feature \`${feature}\` in the ${font}`,
    note: `The font has ${[...has].sort().join(', ') || 'no features'}.`,
    path,
  }))
}

export function missingMath(font: string, path: Path): FontProblem {
  return {
    rule: 'journal-invalid',
    reason: `Unexpected ${font} for formulas: it has no MATH table`,
    note: 'Use a font for mathematics, such as STIX Two Math.',
    path,
  }
}

function drawnOutlines(font: string, path: Path, isMath: boolean): FontProblem {
  const measures = isMath ? ', and formulas are laid out without its measures' : ''
  return {
    rule: 'journal-font',
    reason: `Unexpected outlines of the ${font}, expected TrueType outlines`,
    note: `Chromium writes its letters as drawings (Type 3) into PDF files${measures}. Convert the file to TrueType (.ttf).`,
    path,
  }
}

export function missingPackage(name: string, index: number): FontProblem {
  const isPath = /^\.|^\//.test(name)
  return {
    rule: 'journal-invalid',
    reason: `Missing package \`${name}\`, expected a package of fonts that comes with Offprint, such as @fontsource/stix-two-text`,
    note: `${isPath ? 'A folder is not a package. ' : ''}Name files of your own under \`faces\`, without \`package\`: \`faces: {"400": fonts/House-Regular.ttf}\`.`,
    path: ['fonts', index, 'package'],
  }
}
