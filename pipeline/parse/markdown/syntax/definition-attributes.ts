/**
 * Attributes after the definition of a link, `[id]: image.png "Title" {width=50%}` (pandoc,
 * "link_attributes"). CommonMark's definitions end with the line, so the list is taken out before the text is
 * parsed.
 */
import type { Attributes } from '../../../model/mdast.ts'
import { textState } from '../../source/assemble/text-state.ts'
import { parseAttributes } from '../tree/attributes.ts'

interface DefinitionAttributes {
  /** The text with spaces in the place of the lists. */
  readonly rest: string
  /** Line of a definition → its attributes. Lines count from 1. */
  readonly attributes: ReadonlyMap<number, Attributes>
}

const definition =
  /^(?<before>[ \t>]*\[(?!\^)(?:[^[\]\\]|\\.)+\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]+)(?<list>\{.*\})[ \t]*$/

/** Finds the attributes of all definitions in a text, apart from those in code. */
export function takeDefinitionAttributes(text: string): DefinitionAttributes {
  const attributes = new Map<number, Attributes>()
  if (!/\]:.*\{/.test(text)) return { rest: text, attributes }
  const state = textState()
  const lines = text.split('\n').map((line, index) => {
    const isText = state.step(line.replace(/\r$/, '')) === 'text'
    const { before, list } = (isText && definition.exec(line.replace(/\r$/, ''))?.groups) || {}
    const found = list === undefined ? undefined : parseAttributes(list)
    if (before === undefined || !found) return line
    attributes.set(index + 1, found)
    return before + line.slice(before.length).replace(/[^\r]/g, ' ')
  })
  return { rest: lines.join('\n'), attributes }
}
