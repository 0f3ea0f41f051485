/** Removes the operators that mark content from a content stream (ISO 32000-1, 14.6). The content stays. */
import { operatorsOf } from './content.ts'

const marking: ReadonlySet<string> = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP'])

/** Removes the operators. Returns `content` itself if nothing in it is marked. */
export function withoutMarks(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let kept = 0
  for (const { name, start, end } of operatorsOf(content)) {
    if (!marking.has(name)) continue
    parts.push(content.subarray(kept, start))
    kept = end
  }
  return kept === 0 ? content : Buffer.concat([...parts, content.subarray(kept)])
}
