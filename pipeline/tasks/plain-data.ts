/** Any intermediate form as JSON text, for `--to article` and the like: maps as objects, bytes as a count, files by name. */
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
