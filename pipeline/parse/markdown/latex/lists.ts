/** `itemize`, `enumerate` and `description` → lists. */
import type { List, ListItem, Paragraph } from 'mdast'
import type {
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  ListNumbering,
} from '../../../model/mdast.ts'
import { readCall } from '../latex-grammar/call.ts'
import { topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { type ItemMarker, itemMarkers } from '../syntax/item-marker.ts'
import { atPosition } from '../tree/position.ts'
import type { Environment } from './environment.ts'
import { latexProse } from './prose.ts'
import type { LatexReader } from './reader.ts'

interface Item {
  readonly mark: PlacedText | undefined
  readonly content: PlacedText
  readonly whole: PlacedText
}

export function listOf(environment: Environment, reader: LatexReader): List | DefinitionList {
  const { name, body, whole, options } = environment
  const found = itemsOf(body)
  const marker = countedBy(found) ?? countedLabel(options[0]?.text ?? '')
  // Marks of the author's own stand in place of the list's.
  if (!marker && found.length > 0 && found.every(({ mark }) => mark))
    return descriptionOf(environment, reader)
  const numbering: ListNumbering | undefined = marker && { style: marker.style, delimiter: marker.delimiter }
  const items = found.map(({ mark, content, whole }): ListItem => {
    const children = reader.blocks(latexProse(content)) as ListItem['children'] // blocks only
    if (mark && !marker) children.unshift(markOf(mark, reader))
    return { type: 'listItem', spread: false, children, ...atPosition(whole.positionOf()) }
  })
  const isOrdered = marker !== undefined || /enum/.test(name)
  return {
    type: 'list',
    ordered: isOrdered,
    ...(isOrdered && { start: marker?.value ?? 1 }),
    ...(numbering && { data: { numbering } }),
    spread: false,
    children: items,
    ...atPosition(whole.positionOf()),
  }
}

/** Marks that count, `(i)`, `(ii)`, …: the first of them. */
function countedBy(items: readonly Item[]): ItemMarker | undefined {
  const marks = items.map(({ mark }) => (mark ? itemMarkers(mark.text.trim()) : []))
  const [first = []] = marks
  return first.find(({ style, delimiter, value }) =>
    marks.every((readings, index) =>
      readings.some(
        one => one.style === style && one.delimiter === delimiter && one.value === (value ?? 0) + index,
      ),
    ),
  )
}

/** `label=(\alph*)` of enumitem, `[(a)]` of enumerate. */
function countedLabel(options: string): ItemMarker | undefined {
  const counters = { alph: 'a', Alph: 'A', roman: 'i', Roman: 'I', arabic: '1' }
  const label = /(?:^|,)\s*label\s*=\s*\{?([^,{}]*)/.exec(options)?.[1] ?? options
  const mark = label.replace(
    /\\(alph|Alph|roman|Roman|arabic)\*/,
    (_, counter: keyof typeof counters) => counters[counter],
  )
  return itemMarkers(mark.trim()).find(({ value }) => value === 1)
}

export function descriptionOf({ body, whole }: Environment, reader: LatexReader): DefinitionList {
  const children = itemsOf(body).flatMap(
    ({ mark, content, whole }): (DefinitionTerm | DefinitionDescription)[] => {
      const position = whole.positionOf()
      const term = mark ? reader.phrases(latexProse(mark)) : []
      const inside = reader.blocks(latexProse(content)) as DefinitionDescription['children'] // blocks only
      return [
        { type: 'definitionTerm', children: term, position: mark?.positionOf() ?? whole.positionOf(0, 0) },
        { type: 'definitionDescription', isTight: true, children: inside, position },
      ]
    },
  )
  return { type: 'definitionList', children, ...atPosition(whole.positionOf()) }
}

/** What stands before the first item speaks of the looks of the list. */
function itemsOf(body: PlacedText): readonly Item[] {
  const marks = topLevelMarks(body.text, /\\item(?![a-zA-Z])/)
  return marks.map(({ index }, at) => {
    const whole = body.slice(index, marks[at + 1]?.index).trim()
    const call = readCall(whole, 0, () => 'o')
    return { mark: call?.options[0], content: whole.slice(call?.end ?? 0).trim(), whole }
  })
}

function markOf(mark: PlacedText, reader: LatexReader): Paragraph {
  return { type: 'paragraph', children: reader.phrases(latexProse(mark)), position: mark.positionOf() }
}
