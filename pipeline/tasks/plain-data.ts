/**
 * An intermediate form of the article as JSON text, for `--to article` and the like. Maps become objects,
 * files become their names, and binary data become the number of their bytes.
 */
import { VFile } from 'vfile'

export function plainData(value: unknown): Uint8Array {
  const text = JSON.stringify(
    value,
    (_, item: unknown) => {
      if (item instanceof Map) return Object.fromEntries(item)
      if (item instanceof VFile) return item.basename
      if (item instanceof Uint8Array) return `${item.length} bytes`
      return item
    },
    2,
  )
  return new TextEncoder().encode(`${text}\n`)
}
