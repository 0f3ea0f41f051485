/** The text of the article → `body`, and the appendices for `back`. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Writer } from '../writer.ts'
import { divide, type Section, sectionElement } from './sections.ts'

interface Text {
  readonly body: Element[]
  readonly appendices: readonly Section[]
}

export function textOf(writer: Writer): Text {
  const { blocks, sections } = divide(writer.article.body.children)
  const isAppendix = ({ heading }: Section) =>
    writer.article.targets.get(heading.data?.id ?? '')?.kind === 'appendix'
  const content = [
    ...writer.blocks(blocks),
    ...sections.filter(section => !isAppendix(section)).map(section => sectionElement(section, writer)),
  ]
  return {
    body: content.length === 0 ? [] : [x('body', content)],
    appendices: sections.filter(isAppendix),
  }
}
