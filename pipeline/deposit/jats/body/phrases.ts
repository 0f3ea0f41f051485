/** Text in a line: mdast → `italic`, `xref`, `inline-formula` and the like. */
import type { Nodes } from 'mdast'
import { x } from 'xastscript'
import { text } from '../text.ts'
import type { Content, Writer } from '../writer.ts'
import { altText } from './alt-text.ts'
import { displayFormula, inlineFormula } from './formula.ts'
import { crossReference, inlineMarkup, linkOf } from './markup.ts'

/** Type of a node → the element for its content. */
const elements: Readonly<Partial<Record<Nodes['type'], string>>> = {
  emphasis: 'italic',
  strong: 'bold',
  delete: 'strike',
  superscript: 'sup',
  subscript: 'sub',
  smallCaps: 'sc',
  underline: 'underline',
}

/** `isTitle`: the content of a title or cell, in which lines may break, but no display formula may be. */
export function phrasesOf(nodes: readonly Nodes[], writer: Writer, isTitle: boolean): Content[] {
  return nodes.flatMap(node => phraseOf(node, writer, isTitle))
}

function phraseOf(node: Nodes, writer: Writer, isTitle: boolean): Content[] {
  const { article, ids } = writer
  const inner = () => ('children' in node && node.children ? phrasesOf(node.children, writer, isTitle) : [])
  const name = elements[node.type]
  if (name !== undefined) return [x(name, inner())]
  switch (node.type) {
    case 'text':
    case 'html':
      return [text(node.value)]
    case 'inlineCode':
      return [x('monospace', node.value)]
    case 'unread':
      return [x('monospace', node.value)]
    case 'break':
      return isTitle ? [x('break')] : [text(' ')]
    case 'link':
      return linkOf(node.url, inner(), ids)
    case 'image':
      return inlineGraphic(node.url, node.alt ?? '', writer)
    case 'inlineMath':
      return [inlineFormula(node, writer)]
    case 'equation':
      return [isTitle ? inlineFormula(node, writer) : displayFormula(node, writer)]
    case 'note':
      return noteMark(node.data?.id, writer)
    case 'citation': {
      const words = (node.children ?? []).map(child => phrasesOf(child.children, writer, isTitle))
      const content = article.citations.get(node.data?.id ?? '')
      return content ? inlineMarkup(content, ids, words) : [text(node.source)]
    }
    case 'crossReference': {
      const parts = article.crossReferences.get(node.data?.id ?? '')
      if (!parts?.some(part => part.id !== undefined)) return [text(node.source)]
      return parts.flatMap((part): Content[] => {
        const target = part.isUnknown ? undefined : ids.of(part.id)
        return target ? [crossReference(target, [text(part.text)])] : [text(part.text)]
      })
    }
    case 'abbreviation':
      return [x('abbrev', { alt: node.title }, inner())]
    case 'span': {
      const id = ids.of(node.data?.id)?.id
      const content = inner()
      if (id === undefined || isTitle) return content
      if (content.length === 0) return [x('target', { id })]
      return [x('named-content', { 'content-type': 'place', id }, content)]
    }
    default:
      return inner()
  }
}

/** The raised mark of a note, as a reference to it. */
function noteMark(id: string | undefined, { article, ids }: Writer): Content[] {
  const note = article.notes.find(candidate => candidate.id === id)
  const target = ids.of(id)
  if (!note || !target) return []
  return [crossReference(target, [x('sup', note.mark)])]
}

function inlineGraphic(url: string, alt: string, { graphics }: Writer): Content[] {
  const name = graphics.nameOf(url)
  if (name === undefined) return [text(`Missing image: ${url}`)]
  return [x('inline-graphic', { 'xlink:href': name }, [altText(alt, '')])]
}
