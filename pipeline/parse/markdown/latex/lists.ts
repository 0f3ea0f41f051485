/** The environments `itemize` and `enumerate` → `list`, `description` → `definitionList`. */
import type { List, ListItem, Paragraph, RootContent } from 'mdast'
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
  /** The mark that the author gives the item, such as `a` in `\item[a]`. */
  readonly mark: PlacedText | undefined
  readonly content: PlacedText
  /** The item with its `\item`. */
  readonly source: PlacedText
}

/**
 * The environment as a `list`, after the text before its first item. The marks of its items (`\item[(i)]`)
 * give the numbering if they count; other marks become text. A list whose items all have such marks becomes a
 * `definitionList`.
 */
export function listOf(environment: Environment, reader: LatexReader): readonly RootContent[] {
  const { before, items } = itemsOf(environment.body)
  const start = startOf(environment, before.text, reader)
  const list = items.length > 0 ? [listOfItems(environment, items, start, reader)] : []
  if (/enum/.test(environment.name)) reader.memory.lastItem = (start ?? 1) + items.length - 1
  return [...reader.blocks(latexProse(before)), ...list]
}

/**
 * The number of the first item, if the author gives it: by `start=3` or `resume` of enumitem, or by
 * `\setcounter{enumi}{2}` before the first item.
 */
function startOf({ options }: Environment, before: string, { memory }: LatexReader): number | undefined {
  const settings = options[0]?.text ?? ''
  const start = /(?:^|,)\s*start\s*=\s*\{?(\d+)/.exec(settings)?.[1]
  if (start !== undefined) return Number(start)
  if (/(?:^|,)\s*resume\*?\s*(?:,|$)/.test(settings)) return memory.lastItem + 1
  const [, command, count] = /\\(setcounter|addtocounter)\s*\{enumi{1,3}v?\}\s*\{(\d+)\}/.exec(before) ?? []
  return command === undefined ? undefined : Number(count) + 1
}

function listOfItems(
  environment: Environment,
  items: readonly Item[],
  start: number | undefined,
  reader: LatexReader,
): List | DefinitionList {
  const { name, whole, options } = environment
  const marker = firstCountingMark(items) ?? markOfOptions(options[0]?.text ?? '')
  if (!marker && items.length > 0 && items.every(({ mark }) => mark))
    return descriptionOfItems(environment, items, reader)
  const numbering: ListNumbering | undefined = marker && { style: marker.style, delimiter: marker.delimiter }
  const itemNodes = items.map(({ mark, content, source }): ListItem => {
    const children = reader.blocks(latexProse(content)) as ListItem['children'] // blocks only
    if (mark && !marker) children.unshift(markParagraph(mark, reader))
    return { type: 'listItem', spread: false, children, ...atPosition(source.positionOf()) }
  })
  const isOrdered = marker !== undefined || /enum/.test(name)
  return {
    type: 'list',
    ordered: isOrdered,
    ...(isOrdered && { start: start ?? marker?.value ?? 1 }),
    ...(numbering && { data: { numbering } }),
    spread: false,
    children: itemNodes,
    ...atPosition(whole.positionOf()),
  }
}

/** The first mark, if the marks of the items count up, such as `(i)`, `(ii)`. */
function firstCountingMark(items: readonly Item[]): ItemMarker | undefined {
  const marks = items.map(({ mark }) => (mark ? itemMarkers(mark.text.trim()) : []))
  const [first = []] = marks
  return first.find(({ style, delimiter, value }) =>
    marks.every((readings, index) =>
      readings.some(
        reading =>
          reading.style === style &&
          reading.delimiter === delimiter &&
          reading.value === (value ?? 0) + index,
      ),
    ),
  )
}

/**
 * The first mark by the options of the list: `label=(\alph*)` of the package enumitem, `[(a)]` of enumerate.
 */
function markOfOptions(options: string): ItemMarker | undefined {
  const counters = { alph: 'a', Alph: 'A', roman: 'i', Roman: 'I', arabic: '1' }
  const label = /(?:^|,)\s*label\s*=\s*\{?([^,{}]*)/.exec(options)?.[1] ?? options
  const mark = label.replace(
    /\\(alph|Alph|roman|Roman|arabic)\*/,
    (_, counter: keyof typeof counters) => counters[counter],
  )
  return itemMarkers(mark.trim()).find(({ value }) => value === 1)
}

/** The environment as a `definitionList`, in which the marks of the items are the terms. */
export function descriptionOf(environment: Environment, reader: LatexReader): readonly RootContent[] {
  const { before, items } = itemsOf(environment.body)
  const list = items.length > 0 ? [descriptionOfItems(environment, items, reader)] : []
  return [...reader.blocks(latexProse(before)), ...list]
}

function descriptionOfItems(
  { whole }: Environment,
  items: readonly Item[],
  reader: LatexReader,
): DefinitionList {
  const children = items.flatMap(({ mark, content, source }): (DefinitionTerm | DefinitionDescription)[] => {
    const position = source.positionOf()
    const term = mark ? reader.phrases(latexProse(mark)) : []
    const inside = reader.blocks(latexProse(content)) as DefinitionDescription['children'] // blocks only
    return [
      { type: 'definitionTerm', children: term, position: mark?.positionOf() ?? source.positionOf(0, 0) },
      { type: 'definitionDescription', isTight: true, children: inside, position },
    ]
  })
  return { type: 'definitionList', children, ...atPosition(whole.positionOf()) }
}

/** The items of a list, and the text before the first of them. */
function itemsOf(body: PlacedText): { readonly before: PlacedText; readonly items: readonly Item[] } {
  const marks = topLevelMarks(body.text, /\\item(?![a-zA-Z])/)
  const items = marks.map(({ index }, at) => {
    const source = body.slice(index, marks[at + 1]?.index).trim()
    const call = readCall(source, 0, () => 'o')
    return { mark: call?.options[0], content: source.slice(call?.end ?? 0).trim(), source }
  })
  return { before: body.slice(0, marks[0]?.index), items }
}

function markParagraph(mark: PlacedText, reader: LatexReader): Paragraph {
  return { type: 'paragraph', children: reader.phrases(latexProse(mark)), position: mark.positionOf() }
}
