/** The OpenType features that a journal's fonts for the text have. */
import type { Host } from '../host/index.ts'
import { featuresOf } from '../tools/fonts/sfnt.ts'
import { hasOwnFiles, type Manifest } from './manifest.ts'
import type { OwnFace } from './own-fonts.ts'
import { packageFeatures } from './packaged-fonts.ts'

/** A family of the manifest, and the faces whose files the journal names. */
export interface FeatureFont {
  readonly family: Manifest['fonts'][number]
  readonly faces: readonly OwnFace[]
}

/**
 * Those of the features that no font for the text has. What `features` in the manifest names counts as
 * there, as a font without it has its own message.
 */
export async function lackingFeatures(
  features: ReadonlySet<string>,
  fonts: readonly FeatureFont[],
  host: Host,
): Promise<ReadonlySet<string>> {
  const texts = fonts.filter(({ family }) => !family.math && !family.code)
  const lacking = new Set(features)
  for (const { family } of texts) for (const feature of family.features ?? []) lacking.delete(feature)
  for (const font of texts) {
    if (lacking.size === 0) break
    for (const feature of await ownFeatures(font, host)) lacking.delete(feature)
  }
  return lacking
}

/** The features of a family that does not name them. */
async function ownFeatures({ family, faces }: FeatureFont, host: Host): Promise<ReadonlySet<string>> {
  if (family.features) return new Set()
  if (!hasOwnFiles(family)) return await packageFeatures(family, host)
  const face = faces.find(other => other.family === family.family)
  return face ? featuresOf(face.data) : new Set()
}
