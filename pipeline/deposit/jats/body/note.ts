/** A note: `fn` with its mark as label. All that is no paragraph is in one (JATS, `fn`). */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { NumberedNote } from '../../../model/article.ts'
import { isBlock } from '../../../model/node-kinds.ts'
import type { Writer } from '../writer.ts'
import { asParagraphs } from './as-paragraphs.ts'

export function noteElement({ id, mark, children }: NumberedNote, writer: Writer): Element {
  const content = children.some(isBlock)
    ? asParagraphs(writer.blocks(children))
    : [x('p', writer.phrases(children))]
  const own = writer.ids.of(id)?.id
  return x('fn', own === undefined ? {} : { id: own }, [
    x('label', mark),
    ...(content.length > 0 ? content : [x('p')]),
  ])
}
