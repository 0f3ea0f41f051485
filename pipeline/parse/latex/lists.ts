/** `itemize`, `enumerate` and `description` → lists. */
import type { List, ListItem, Paragraph } from 'mdast'
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../mdast.ts'
import { atPosition } from '../position.ts'
import { readCall } from './call.ts'
import type { Environment } from './environment.ts'
import { topLevelMarks } from './groups.ts'
import type { PlacedText } from './placed-text.ts'
import { latexProse } from './prose.ts'
import type { LatexReader } from './reader.ts'

interface Item {
  readonly mark: PlacedText | undefined
  readonly content: PlacedText
  readonly whole: PlacedText
}

export function listOf({ name, body, whole }: Environment, reader: LatexReader): List {
  const items = itemsOf(body).map(({ mark, content, whole }): ListItem => {
    const children = reader.blocks(latexProse(content)) as ListItem['children'] // blocks only
    if (mark) children.unshift(markOf(mark, reader))
    return { type: 'listItem', spread: false, children, ...atPosition(whole.positionOf()) }
  })
  return {
    type: 'list',
    ordered: name === 'enumerate',
    ...(name === 'enumerate' && { start: 1 }),
    spread: false,
    children: items,
    ...atPosition(whole.positionOf()),
  }
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
