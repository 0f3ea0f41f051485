/**
 * The lines of a fenced div: which of them open a div, which close one. Works on whole lines of text, and
 * knows code blocks, whose lines mean nothing.
 */
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, parseAttributes } from '../tree/attributes.ts'
import { directiveOpening } from './directive-fences.ts'

const nestingLimit = 32

export interface DivOpening {
  readonly attributes: Attributes
  /** Where the text between the brackets of `:::name[label]` begins and ends in the line. */
  readonly label?: { readonly start: number; readonly end: number }
}

/**
 * `::: {#id .class}`, `::: name`, `::: name {#id}`, `:::name[label]{#id}`; colons may follow.
 * Undefined for any other line.
 */
export function divOpening(line: string): DivOpening | undefined {
  const match =
    /^[ \t]*:{3,}[ \t]*(?<name>[\p{L}_][\p{L}\p{N}_.-]*)?(?:\[(?<label>[^\]]*)\])?[ \t]*(?<list>\{.*\})?[ \t]*:*[ \t]*$/u.exec(
      line,
    )
  if (!match?.groups) return undefined
  const { name, label, list } = match.groups
  const attributes = list === undefined ? undefined : parseAttributes(list)
  if (list === undefined ? name === undefined : !attributes) return undefined
  if (label !== undefined && name === undefined) return undefined
  const own = attributesOf(undefined, name === undefined ? [] : [name])
  const start = line.indexOf('[') + 1
  return {
    attributes: attributes ? mergeAttributes(own, attributes) : own,
    ...(label && { label: { start, end: start + label.length } }),
  }
}

interface DivFences {
  /**
   * Takes the next line of the div. `failed`: deeper than any author nests. MyST's directives have more
   * colons than what stands in them: given their `size`, a fence of as many closes them and all that is open.
   */
  step(line: string, size?: number): 'inside' | 'closing' | 'failed'
}

/** Begins after the opening fence, which stood `indent` columns to the right. */
export function divFences(indent: number): DivFences {
  let depth = 1
  let code: string | undefined
  return {
    step(line, size) {
      if (code !== undefined) {
        if (closesCode(line, code)) code = undefined
        return 'inside'
      }
      code = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
      if (code !== undefined) return 'inside'
      if (isOpening(line)) return ++depth > nestingLimit ? 'failed' : 'inside'
      const closing = /^( *):{3,}[ \t]*$/.exec(line)
      if (!closing) return 'inside'
      // In a list, an indented fence closes a div of the item; the item hides where it was opened.
      if (depth === 1 && (closing[1]?.length ?? 0) > indent + 1) return 'inside'
      if (size !== undefined && line.trim().length === size && size > 3) return 'closing'
      return --depth === 0 ? 'closing' : 'inside'
    },
  }
}

function isOpening(line: string): boolean {
  return divOpening(line) !== undefined || directiveOpening(line)?.marker === ':'
}

function closesCode(line: string, fence: string): boolean {
  const text = line.trim()
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length)
}
