/** A content stream without the operators that mark content (ISO 32000-1, 14.6); what they enclose stays. */
import { operatorsOf } from './content.ts'

const MARKING: ReadonlySet<string> = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP'])

/** The same bytes where nothing is marked. */
export function withoutMarks(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let kept = 0
  for (const { name, start, end } of operatorsOf(content)) {
    if (!MARKING.has(name)) continue
    parts.push(content.subarray(kept, start))
    kept = end
  }
  return kept === 0 ? content : Buffer.concat([...parts, content.subarray(kept)])
}
