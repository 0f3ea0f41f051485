/** Fonts that a manuscript may name: those of its journal, and families that come with Offprint. */
import type { Manifest } from './manifest.ts'

type Family = Manifest['fonts'][number]

/** Families with upright, italic and bold faces in @fontsource packages. */
const shipped: Readonly<Record<string, string>> = {
  'EB Garamond': 'eb-garamond',
  'Libertinus Serif': 'libertinus-serif',
  'STIX Two Text': 'stix-two-text',
  'Source Sans 3': 'source-sans-3',
  'Noto Serif': 'noto-serif',
  'DejaVu Sans': 'dejavu-sans',
  'Source Code Pro': 'source-code-pro',
}

export function knownFamilies({ fonts }: Pick<Manifest, 'fonts'>): readonly string[] {
  const own = fonts.filter(({ math }) => !math).map(({ family }) => family)
  return [...new Set([...own, ...Object.keys(shipped)])]
}

/** The family of this name, in any case. Undefined if there is none. `isCode`: for code alone. */
export function familyFor(
  name: string,
  manifest: Pick<Manifest, 'fonts'>,
  isCode: boolean,
): Family | undefined {
  const wanted = name.trim().toLowerCase()
  const own = manifest.fonts.find(({ family, math }) => !math && family.toLowerCase() === wanted)
  if (own) return own
  const found = Object.entries(shipped).find(([family]) => family.toLowerCase() === wanted)
  if (!found) return undefined
  const [family, short] = found
  const faces = isCode ? ['400', '700'] : ['400', '400 italic', '700', '700 italic']
  return { family, package: `@fontsource/${short}`, faces, ...(isCode && { code: true }) }
}
