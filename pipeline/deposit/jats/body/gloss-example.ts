/**
 * An example of language as a list without marks: one item for each part, one paragraph for each line. The
 * words of a line keep their order; a tabulator is between them, so that programs can align them.
 */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { GlossExample, GlossLine } from '../../../model/mdast.ts'
import { text } from '../text.ts'
import type { Content, Writer } from '../writer.ts'

export function glossExample(node: GlossExample, writer: Writer): Element {
  const { ids } = writer
  const lettered = node.children.filter(part => !part.isHead)
  const items = node.children.map((part, index) => {
    const number = node.number !== undefined && index === 0 ? `(${node.number}) ` : ''
    const at = lettered.indexOf(part)
    const letter = lettered.length > 1 && at >= 0 ? `${String.fromCharCode(97 + (at % 26))}. ` : ''
    const id = ids.of(part.data?.id)?.id
    const lines = part.children.map((line, lineAt) =>
      x('p', { 'content-type': `gloss-${line.role}` }, [
        ...(lineAt === 0 ? [text(`${number}${letter}${part.judgement ?? ''}`)] : []),
        ...lineContent(line, writer),
      ]),
    )
    return x('list-item', id === undefined ? {} : { id }, lines)
  })
  const id = ids.of(node.data?.id)?.id
  return x('list', { 'list-type': 'simple', 'list-content': 'gloss', ...(id !== undefined && { id }) }, items)
}

function lineContent(line: GlossLine, writer: Writer): Content[] {
  return line.children.flatMap((child, at): Content[] => {
    if (child.type !== 'glossWord') return writer.phrases([child])
    return [...(at > 0 ? [text('\t')] : []), ...writer.phrases(child.children)]
  })
}
