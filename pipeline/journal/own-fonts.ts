/**
 * The fonts whose files a journal names, in its folder or in a package: `faces: {"400": fonts/House.ttf}` →
 * the bytes of each face, as a font that PDF files contain as letters and not as drawings (Type 3). A
 * variable font is fixed at the weight of the face. What is wrong with a file or missing in it is a problem
 * at its place in the manifest.
 */
import { createRequire } from 'node:module'
import { posix } from 'node:path'
import { fontInstance } from '../tools/fonts/harfbuzz.ts'
import { axesOf, featuresOf, sfntOf, tablesOf } from '../tools/fonts/sfnt.ts'
import { nearestWord } from '../values/nearest-word.ts'
import type { ManifestPath } from './expected.ts'
import { type JournalFolders, readNearest } from './inline-file.ts'
import { hasOwnFiles, type Manifest } from './manifest.ts'

/** A face that the journal brings. */
export interface OwnFace {
  readonly family: string
  /** As in CSS `font-weight` of `@font-face`: `400`, or `600 1000` if there is no bolder face. */
  readonly weight: string
  /** An `upright` face is also used for italic text, because the family has no italics. */
  readonly style: 'normal' | 'italic' | 'upright'
  /** The features that style sheets use besides the usual ones, if the manifest says it. */
  readonly features?: readonly string[]
  /** A TrueType or OpenType file. */
  readonly data: Uint8Array
}

export interface FontProblem {
  readonly rule: 'journal-invalid' | 'journal-font'
  readonly reason: string
  readonly note?: string
  readonly path: ManifestPath
}

interface OwnFonts {
  readonly faces: readonly OwnFace[]
  readonly problems: readonly FontProblem[]
}

type Family = Manifest['fonts'][number]
type OwnFamily = Extract<Family, { readonly faces: Readonly<Record<string, string>> }>
type PackagedFamily = Exclude<Family, OwnFamily>

/** Reads the fonts whose files the manifest names, and checks that the other packages are installed. */
export async function readOwnFonts(
  { fonts }: Pick<Manifest, 'fonts'>,
  places: JournalFolders,
): Promise<OwnFonts> {
  const read = await Promise.all(fonts.map((family, index) => readFamily(family, index, places)))
  return { faces: read.flatMap(({ faces }) => faces), problems: read.flatMap(({ problems }) => problems) }
}

async function readFamily(family: Family, index: number, places: JournalFolders): Promise<OwnFonts> {
  if (!hasOwnFiles(family)) return { faces: [], problems: subsetProblems(family, index) }
  if (family.package !== undefined && !isInstalled(`${family.package}/package.json`)) {
    return { faces: [], problems: [missingPackage(family.package, index)] }
  }
  const read = await Promise.all(
    Object.entries(family.faces).map(([face, file]) =>
      readFace({ family, face, file, path: ['fonts', index, 'faces', face] }, places),
    ),
  )
  const faces = read.flatMap(({ face }) => face ?? [])
  const problems = read.flatMap(part => part.problems)
  const lacks = family.math || family.code ? [] : missingLooks(family, ['fonts', index, 'faces'])
  return { faces: withWidestWeights(faces), problems: [...problems, ...lacks] }
}

interface FaceRequest {
  readonly family: OwnFamily
  /** `400 italic` */
  readonly face: string
  readonly file: string
  readonly path: ManifestPath
}

async function readFace(
  { family, face, file, path }: FaceRequest,
  places: JournalFolders,
): Promise<{ readonly face?: OwnFace; readonly problems: readonly FontProblem[] }> {
  const wrong = (reason: string, note: string) => ({
    problems: [{ rule: 'journal-invalid' as const, reason, note, path }],
  })
  const bytes = await readFontFile(file, family, places)
  if (!bytes) {
    const nearest = family.package === undefined ? nearestWord(file, await fontFiles(places)) : undefined
    const question = nearest === undefined ? '' : `Did you mean \`${nearest}\`? `
    const folder = family.package === undefined ? 'folder of the journal' : `package \`${family.package}\``
    return wrong(
      `Missing font file \`${file}\` in the ${folder}`,
      `${question}The path is relative to the ${folder}.`,
    )
  }
  const sfnt = await sfntOf(bytes)
  if (!sfnt) {
    return wrong(
      `Unexpected content of \`${file}\`, expected a font: TrueType, OpenType, WOFF or WOFF2 with one face`,
      'The file may be incomplete, or a collection of faces (.ttc); save or export it again.',
    )
  }
  const [weight = '400', slope] = face.split(' ')
  const fixed = fixedAt(Number(weight), sfnt)
  if (!fixed)
    return wrong(
      `Unexpected variable font \`${file}\`: it cannot be fixed at one weight`,
      'Use a font without axes.',
    )
  const style = slope === 'italic' ? 'italic' : isWithoutItalics(family) ? 'upright' : 'normal'
  return {
    face: {
      family: family.family,
      weight,
      style,
      ...(family.features && { features: family.features }),
      data: fixed,
    },
    problems: [
      ...lackingParts(family, file, path, fixed),
      ...weightProblems(file, Number(weight), sfnt, path),
    ],
  }
}

async function readFontFile(
  file: string,
  family: OwnFamily,
  places: JournalFolders,
): Promise<Uint8Array | undefined> {
  if (family.package === undefined) return (await readNearest(file, places))?.bytes
  const root = posix.dirname(resolve(`${family.package}/package.json`))
  return (await readNearest(file, { folders: [root], host: places.host }))?.bytes
}

/** A variable font at this weight, and at its usual place on the other axes; another font as it is. */
function fixedAt(weight: number, sfnt: Uint8Array): Uint8Array | undefined {
  const axes = axesOf(sfnt)
  if (axes.length === 0) return sfnt
  const values = axes.map(({ tag, usual }) => [tag, tag === 'wght' ? weight : usual])
  try {
    return fontInstance(sfnt, Object.fromEntries(values))
  } catch {
    return undefined
  }
}

function weightProblems(
  file: string,
  weight: number,
  sfnt: Uint8Array,
  path: ManifestPath,
): readonly FontProblem[] {
  const axis = axesOf(sfnt).find(({ tag }) => tag === 'wght')
  if (!axis || (weight >= axis.least && weight <= axis.greatest)) return []
  const reason = `Unexpected weight ${weight} of \`${file}\`, expected ${axis.least} to ${axis.greatest}, which the font has`
  return [{ rule: 'journal-font', reason, note: 'The nearest weight is used.', path }]
}

/** Features and tables that the manifest asks for and the font does not have. */
function lackingParts(
  family: FaceRequest['family'],
  file: string,
  path: ManifestPath,
  sfnt: Uint8Array,
): readonly FontProblem[] {
  const tables = tablesOf(sfnt)
  const has = featuresOf(sfnt)
  const missing = (family.features ?? []).filter(feature => !has.has(feature))
  const problems: FontProblem[] = missing.map(feature => ({
    rule: 'journal-font',
    reason: `Missing feature \`${feature}\` in the font \`${file}\``,
    note: `The font has ${[...has].sort().join(', ') || 'no features'}.`,
    path,
  }))
  if (family.math && !tables.has('MATH')) {
    const reason = `Unexpected font \`${file}\` for formulas: it has no MATH table`
    problems.push({
      rule: 'journal-invalid',
      reason,
      note: 'Use a font for mathematics, such as STIX Two Math.',
      path,
    })
  }
  if (!tables.has('glyf')) {
    problems.push({
      rule: 'journal-font',
      reason: `Unexpected outlines of the font \`${file}\`, expected TrueType outlines`,
      note: 'Chromium writes its letters as drawings (Type 3) into PDF files. Convert the file to TrueType (.ttf).',
      path,
    })
  }
  return problems
}

function isWithoutItalics({ faces }: FaceRequest['family']): boolean {
  return !Object.keys(faces).some(face => face.endsWith(' italic'))
}

/** A bold or an italic face that the family does not have: browsers would make one up. */
function missingLooks(family: FaceRequest['family'], path: ManifestPath): readonly FontProblem[] {
  const faces = Object.keys(family.faces)
  const isBold = faces.some(face => Number.parseInt(face, 10) >= 600)
  const looks = [
    ...(isBold ? [] : [['bold', '"700"']]),
    ...(isWithoutItalics(family) ? [['italic', '"400 italic"']] : []),
  ]
  return looks.map(([look, face]) => ({
    rule: 'journal-font',
    reason: `Missing ${look} face of \`${family.family}\`, so ${look} text is printed without it`,
    note: `Add a file for ${face}, or use another family in the style sheets where text is ${look}.`,
    path,
  }))
}

/** The boldest face of a style stands for all bolder ones, so that browsers do not make one up. */
function withWidestWeights(faces: readonly OwnFace[]): readonly OwnFace[] {
  return faces.map(face => {
    const weights = faces.filter(({ style }) => style === face.style).map(({ weight }) => Number(weight))
    const isBoldest = Number(face.weight) === Math.max(...weights)
    return isBoldest ? { ...face, weight: `${face.weight} 1000` } : face
  })
}

const { resolve } = createRequire(import.meta.url)

function missingPackage(name: string, index: number): FontProblem {
  const isPath = /^\.|^\//.test(name)
  return {
    rule: 'journal-invalid',
    reason: `Missing package \`${name}\`, expected a package of fonts that comes with Offprint, such as @fontsource/stix-two-text`,
    note: `${isPath ? 'A folder is not a package. ' : ''}Name files of your own under \`faces\`, without \`package\`: \`faces: {"400": fonts/House-Regular.ttf}\`.`,
    path: ['fonts', index, 'package'],
  }
}

/** What is missing of an @fontsource package, whose files are named after their subsets and faces. */
function subsetProblems({ package: name, faces }: PackagedFamily, index: number): readonly FontProblem[] {
  if (!isInstalled(`${name}/package.json`)) return [missingPackage(name, index)]
  if (!isInstalled(`${name}/unicode.json`)) {
    return [
      {
        rule: 'journal-invalid',
        reason: `Unexpected list of faces for the package \`${name}\`, which has no subsets`,
        note: 'Name the file of each face in the package: `faces: {"400": 400Regular/House_400Regular.ttf}`.',
        path: ['fonts', index, 'faces'],
      },
    ]
  }
  const short = name.replace('@fontsource/', '')
  const file = (face: string) => {
    const [weight = '400', style = 'normal'] = face.split(' ')
    return `${name}/files/${short}-latin-${weight}-${style}.woff2`
  }
  // The faces of a package for another script have other files.
  if (!isInstalled(file('400'))) return []
  return faces.flatMap((face, at) =>
    isInstalled(file(face))
      ? []
      : [
          {
            rule: 'journal-invalid' as const,
            reason: `Missing face \`${face}\` in the package \`${name}\``,
            note: 'Name a weight and style that the package has.',
            path: ['fonts', index, 'faces', at],
          },
        ],
  )
}

function isInstalled(specifier: string): boolean {
  try {
    resolve(specifier)
    return true
  } catch {
    return false
  }
}

/** The font files in the folders of the journal: `fonts/House.ttf`. */
async function fontFiles({ folders, host }: JournalFolders): Promise<readonly string[]> {
  const isFont = (name: string) => /\.(?:ttf|otf|woff2?)$/i.test(name)
  const listed = await Promise.all(
    folders.flatMap(folder =>
      ['', 'fonts/'].map(async inside =>
        ((await host.list(`${folder}/${inside}`.replace(/\/$/, ''))) ?? [])
          .filter(isFont)
          .map(name => inside + name),
      ),
    ),
  )
  return [...new Set(listed.flat())]
}
