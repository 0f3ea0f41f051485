/**
 * The fonts whose files a journal names, in its folder or in a package: `faces: {"400": fonts/House.ttf}` →
 * the bytes of each face, as a font that PDF files contain as letters and not as drawings (Type 3). A
 * variable font is fixed at the weight of the face. What is wrong with a file or missing in it is a problem
 * at its place in the manifest.
 */
import { dirname } from '../host/paths.ts'
import { assetPath, isInstalled } from '../tools/fonts/font-package.ts'
import { fontInstance } from '../tools/fonts/harfbuzz.ts'
import { axesOf, sfntOf } from '../tools/fonts/sfnt.ts'
import { nearestWord } from '../values/nearest-word.ts'
import type { ManifestPath } from './expected.ts'
import { type FontProblem, lackingParts, missingPackage } from './font-problems.ts'
import { type JournalFolders, readNearest } from './inline-file.ts'
import { hasOwnFiles, type Manifest, type OwnFamily } from './manifest.ts'
import { packageProblems } from './packaged-fonts.ts'

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

interface OwnFonts {
  readonly faces: readonly OwnFace[]
  readonly problems: readonly FontProblem[]
}

type Family = Manifest['fonts'][number]

/** Reads the fonts whose files the manifest names, and checks the other packages. */
export async function readOwnFonts(
  { fonts }: Pick<Manifest, 'fonts'>,
  places: JournalFolders,
): Promise<OwnFonts> {
  const read = await Promise.all(fonts.map((family, index) => readFamily(family, index, places)))
  return { faces: read.flatMap(({ faces }) => faces), problems: read.flatMap(({ problems }) => problems) }
}

async function readFamily(family: Family, index: number, places: JournalFolders): Promise<OwnFonts> {
  if (!hasOwnFiles(family)) return { faces: [], problems: await packageProblems(family, index, places.host) }
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
      ...lackingParts(family, `font \`${file}\``, path, fixed),
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
  const root = dirname(assetPath(`${family.package}/package.json`))
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
