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
  if (!/\]:[^\n{]*(?:\n[^\n{]*)?\{/.test(text)) return { rest: text, attributes }
  const state = textState()
  const texts = text.split('\n')
  const lines = texts.map((line, index) => {
    const isText = state.step(line.replace(/\r$/, '')) === 'text'
    // The list may be on the line after the definition.
    const previous = /^[ \t]*\{/.test(line) ? `${(texts[index - 1] ?? '').trimEnd()} ` : ''
    const whole = `${previous}${line.replace(/\r$/, '')}`
    const { before, list } = (isText && definition.exec(whole)?.groups) || {}
    const found = list === undefined ? undefined : parseAttributes(list)
    if (before === undefined || !found) return line
    attributes.set(previous === '' ? index + 1 : index, found)
    const kept = previous === '' ? before : ''
    return kept + line.slice(kept.length).replace(/[^\r]/g, ' ')
  })
  return { rest: lines.join('\n'), attributes }
}
