/**
 * An example of language. Each part is a box that is not divided. Words with glosses are columns that wrap;
 * they are read word by word:
 *   <div class="gloss-example" id> <div class="gloss"> <div class="gloss-number"><p>(1)</p></div>
 *     <div class="gloss-letter"><p>a.</p></div> <div class="gloss-lines"> <p class="gloss-words">
 *       <span class="gloss-word"> <span>Jenta</span> <span class="gloss-line">girl.DEF</span>
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Handler, State } from 'mdast-util-to-hast'
import { textNode } from '../../model/hast.ts'
import type { GlossExample, GlossLine, GlossPart } from '../../model/mdast.ts'
import { authorClasses } from '../author-classes.ts'
import { authorsLanguage } from '../in-language.ts'

export const glossExample: Handler = (state, node: GlossExample) => {
  const { attributes, children, data, number } = node
  const lettered = children.filter(part => !part.isHead)
  const parts = children.map((part, index) => {
    const mark = number === undefined || index > 0 ? '' : `(${number})`
    const letter = lettered.length > 1 && !part.isHead ? `${letterOf(lettered.indexOf(part))}.` : ''
    return partBox(state, part, { mark, letter, isNumbered: number !== undefined })
  })
  const element = h(
    'div',
    {
      className: ['gloss-example', ...authorClasses(attributes.classes)],
      ...(data?.id !== undefined && { id: data.id }),
      ...authorsLanguage(attributes),
    },
    parts,
  )
  state.patch(node, element)
  return element
}

/** 0 → a, 25 → z; then from a again. */
function letterOf(index: number): string {
  return String.fromCharCode(97 + (index % 26))
}

interface PartMarks {
  readonly mark: string
  readonly letter: string
  readonly isNumbered: boolean
}

function partBox(state: State, part: GlossPart, { mark, letter, isNumbered }: PartMarks): Element {
  const id = part.data?.id
  const box = h('div', { className: ['gloss'], ...(id !== undefined && { id }) }, [
    ...(isNumbered ? [h('div', { className: ['gloss-number'] }, h('p', mark))] : []),
    ...(letter === '' ? [] : [h('div', { className: ['gloss-letter'] }, h('p', letter))]),
    h('div', { className: ['gloss-lines'] }, linesOf(state, part)),
  ])
  state.patch(part, box)
  return box
}

function linesOf(state: State, { children, judgement }: GlossPart): ElementContent[] {
  const aligned = children.filter(({ role }) => role === 'words' || role === 'gloss')
  const sign = judgement === undefined ? [] : [h('span', { className: ['gloss-judgement'] }, judgement)]
  return children.flatMap((line): ElementContent[] => {
    if (line === aligned[0])
      return [h('p', { className: ['gloss-words'] }, [...sign, ...columnsOf(state, aligned)])]
    if (aligned.includes(line)) return []
    const content = state.all(line)
    const isFirst = aligned.length === 0 && line.role === 'text'
    return [h('p', { className: [`gloss-${line.role}`] }, isFirst ? [...sign, ...content] : content)]
  })
}

/** The words of all aligned lines, column by column. A line with fewer words has empty places at its end. */
function columnsOf(state: State, lines: readonly GlossLine[]): ElementContent[] {
  const count = Math.max(...lines.map(({ children }) => children.length))
  return Array.from({ length: count }, (_, at) => {
    const cells = lines.flatMap(({ role, children }, index): ElementContent[] => {
      const word = children[at]
      const content = word?.type === 'glossWord' ? state.all(word) : []
      const shown = role === 'gloss' ? content.flatMap(withSmallCaps) : content
      const cell = h('span', role === 'gloss' ? { className: ['gloss-line'] } : {}, shown)
      return index > 0 ? [textNode(' '), cell] : [cell]
    })
    return [h('span', { className: ['gloss-word'] }, cells), textNode(' ')]
  }).flat()
}

/**
 * Abbreviations of the Leipzig glossing rules: `DEF`, `3SG`, and single letters beside a stop or hyphen,
 * such as the `M` of `3.M`. Other capitals, such as "I", are words.
 */
const abbreviation =
  /(?<!\p{L})[123]?\p{Lu}{2,}(?!\p{Ll})|(?<=[.\-=:\d~])[ASPFMNO](?!\p{L})|(?<!\p{L})[FMN](?=[.\-=:])/gu

function withSmallCaps(node: ElementContent): ElementContent[] {
  if (node.type === 'element') return [{ ...node, children: node.children.flatMap(withSmallCaps) }]
  if (node.type !== 'text') return [node]
  const parts: ElementContent[] = []
  let end = 0
  for (const { index, 0: text } of node.value.matchAll(abbreviation)) {
    if (index > end) parts.push(textNode(node.value.slice(end, index)))
    parts.push(h('span', { className: ['gloss-abbreviation'] }, text))
    end = index + text.length
  }
  if (end < node.value.length) parts.push(textNode(node.value.slice(end)))
  return parts
}
