/** The captions and labels in the body of a LaTeX float. */
import type { Caption } from '../../../model/mdast.ts'
import { readCall } from '../latex-grammar/call.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { signatureOf } from '../latex-grammar/signatures.ts'
import { latexCode } from '../latex-grammar/verbatim.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { latexProse } from './prose.ts'
import type { LatexReader } from './reader.ts'

export interface FloatCaptions {
  readonly captions: PlacedText[]
  readonly labels: string[]
}

const captionOrCode = new RegExp(
  String.raw`${latexCode}|(?<command>\\(?:caption|label)(?![a-zA-Z])\*?)`,
  'gu',
)

/**
 * Adds the captions and labels of `body` to `parts`. Returns the body without them, and without the row end
 * `\\` behind each: in `longtable` the caption is a row.
 */
export function takeCaption(body: PlacedText, parts: FloatCaptions): PlacedText {
  const remaining: PlacedText[] = []
  let end = 0
  for (const match of body.text.matchAll(captionOrCode)) {
    const isCode = match.groups?.command === undefined
    const call = isCode || match.index < end ? undefined : readCall(body, match.index, signatureOf)
    const [argument] = call?.groups ?? []
    if (!call || !argument) continue
    if (call.name === 'caption') parts.captions.push(argument)
    else parts.labels.push(argument.text.trim())
    remaining.push(body.slice(end, match.index))
    end = call.end
    end += /^\s*\\\\(?:\[[^\]]*\])?/.exec(body.text.slice(end))?.[0].length ?? 0
  }
  return body.join([...remaining, body.slice(end)])
}

/** The captions of a float as one caption, a space between them; undefined if they are empty. */
export function captionOf(sources: readonly PlacedText[], reader: LatexReader): Caption | undefined {
  const written = sources.filter(source => !source.isBlank)
  const children = written.flatMap((source, index) => [
    ...(index > 0 ? [{ type: 'text', value: ' ', position: source.positionOf(0, 0) } as const] : []),
    ...reader.phrases(latexProse(source.trim())),
  ])
  if (children.length === 0) return undefined
  return { type: 'caption', children, ...atPosition(positionOf(children)) }
}
