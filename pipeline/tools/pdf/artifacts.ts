/**
 * Marks everything that belongs to no element as an artifact. Chromium paints running heads, folios, rules
 * and hidden text outside of all marked content, where readers cannot distinguish them from forgotten text.
 *
 *   BT … Tj ET   →   BT … /Artifact BMC Tj EMC ET         (ISO 32000-1, 14.8.2.2)
 */
import { operatorsOf } from './content.ts'

const showing = new Set(['Tj', 'TJ', "'", '"', 'sh', 'BI', 'Do'])
const pathOperators = new Set(['m', 're'])
const paintingPath = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const endingPath = new Set([...paintingPath, 'n'])
/** Operators that an artifact must not extend over, because marked content and these pairs must nest. */
const boundary = new Set(['BT', 'ET', 'q', 'Q', 'BDC', 'BMC', 'EMC', 'BX', 'EX'])

const artifactBegin = Buffer.from('/Artifact BMC\n')
const artifactEnd = Buffer.from('\nEMC\n')

/** How Skia writes the begin and the end of marked content. */
const markBegin = 'BDC\n'
const markEnd = '\nEMC\n'
/** Finds the operators of `showing` and `paintingPath`. */
const painting = /(?:Tj|TJ|['"]|sh|BI|Do|[fFBbsS]\*?)(?!\S)/

interface Marked {
  /** The content stream with the new marks; `undefined` if everything in it was marked already. */
  readonly content: Uint8Array | undefined
  /** The number of painting operators outside of marked content. */
  readonly unmarked: number
}

/**
 * Marks everything outside of marked content as an artifact. `isMarkedInside`: true if the XObject with this
 * name (`/X9`) contains marked content; such an XObject is not marked.
 */
export function markArtifacts(data: Uint8Array, isMarkedInside: (name: string) => boolean): Marked {
  const content = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const parts: Uint8Array[] = []
  let unmarked = 0
  let written = 0
  for (const { start, end } of unmarkedParts(content)) {
    const part = content.subarray(start, end)
    if (!painting.test(part.toString('latin1'))) continue
    const marked = markPart(part, isMarkedInside)
    unmarked += marked.unmarked
    if (!marked.content) continue
    parts.push(content.subarray(written, start), marked.content)
    written = end
  }
  if (unmarked === 0) return { content: undefined, unmarked }
  parts.push(content.subarray(written))
  return { content: Buffer.concat(parts), unmarked }
}

interface Part {
  readonly start: number
  readonly end: number
}

/**
 * The parts of the content outside of its outermost pairs of marks, found without reading what is inside of
 * these. Only if the content has literal strings or inline images, which may hold any bytes, the whole
 * content is one part.
 */
function unmarkedParts(content: Buffer): readonly Part[] {
  const whole = [{ start: 0, end: content.length }]
  if (content.includes('(') || content.includes(' ID')) return whole
  const parts: Part[] = []
  let start = 0
  for (;;) {
    const begin = content.indexOf(markBegin, start)
    if (begin < 0) break
    const end = content.indexOf(markEnd, begin)
    const inner = content.indexOf(markBegin, begin + markBegin.length)
    const isNested = inner >= 0 && inner < end
    if (end < 0 || isNested) return whole
    parts.push({ start, end: content.lastIndexOf('\n', begin) + 1 })
    start = end + markEnd.length
  }
  parts.push({ start, end: content.length })
  return parts
}

function markPart(content: Uint8Array, isMarkedInside: (name: string) => boolean): Marked {
  const parts: Uint8Array[] = []
  let written = 0
  let depth = 0
  let unmarked = 0
  let path: number | undefined
  let isOpen = false
  let closeAt = 0
  const insert = (at: number, mark: Uint8Array) => {
    parts.push(content.subarray(written, at), mark)
    written = at
  }
  const close = () => {
    if (isOpen) insert(closeAt, artifactEnd)
    isOpen = false
  }

  for (const { name, start, end, operand } of operatorsOf(content)) {
    if (boundary.has(name)) close()
    if (name === 'BDC' || name === 'BMC') depth++
    if (name === 'EMC') depth--
    if (pathOperators.has(name)) path ??= start
    const isOwn = name === 'Do' && isMarkedInside(operand)
    if (depth === 0 && isOwn) close()
    if (depth === 0 && !isOwn && (showing.has(name) || paintingPath.has(name))) {
      unmarked++
      if (!isOpen) insert(paintingPath.has(name) ? (path ?? start) : start, artifactBegin)
      isOpen = true
      closeAt = end
    }
    if (endingPath.has(name)) path = undefined
  }
  close()
  if (unmarked === 0) return { content: undefined, unmarked }
  parts.push(content.subarray(written))
  return { content: Buffer.concat(parts), unmarked }
}
