/** The pictures in a journal's running heads and feet: `image: images/sign.svg` → `image: data:…`. */
import type { ManifestPath } from './expected.ts'
import { type FileProblem, inlineFile, isWholeAddress, type JournalFolders } from './inline-file.ts'
import type { Manifest } from './manifest.ts'

type Furniture = Manifest['furniture']
type Place = Furniture['first']['head-left']

interface Furnished {
  readonly furniture: Furniture
  readonly problems: readonly (FileProblem & { readonly path: ManifestPath })[]
}

/** Puts the pictures into the running heads and feet. A picture that cannot be read is left out. */
export async function withFurnitureImages(furniture: Furniture, places: JournalFolders): Promise<Furnished> {
  const problems: (FileProblem & { readonly path: ManifestPath })[] = []
  const furnish = async (kind: 'first' | 'left' | 'right'): Promise<Furniture['first']> => {
    const entries = Object.entries(furniture[kind]).map(async ([name, place]) => {
      const image = imageOf(place)
      if (image === undefined || isWholeAddress(image.image)) return [name, place] as const
      const inlined = await inlineFile(image.image, places)
      if ('address' in inlined) return [name, { ...image, image: inlined.address }] as const
      problems.push({ ...inlined.problem, path: ['furniture', kind, name, 'image'] })
      return [name, image.text] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }
  const [first, left, right] = await Promise.all([furnish('first'), furnish('left'), furnish('right')])
  return { furniture: { width: furniture.width, first, left, right }, problems }
}

/** The picture at a place, if there is one. Rules are not places. */
export function imageOf(place: unknown): Extract<Place, { readonly image: string }> | undefined {
  const isPicture = typeof place === 'object' && place !== null && 'image' in place
  // The cast is safe: the schema has read the manifest, and only pictures have this key.
  return isPicture ? (place as Extract<Place, { readonly image: string }>) : undefined
}
