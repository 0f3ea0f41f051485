/**
 * Tells which lines of a fenced div open an inner div, and which close a div. Lines inside fenced code blocks
 * do neither.
 */
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, parseAttributes } from '../tree/attributes.ts'
import { directiveOpening } from './directive-fences.ts'

/** The greatest number of divs that may be nested in each other. */
const nestingLimit = 32

export interface DivOpening {
  readonly attributes: Attributes
  /** The indexes in the line at which the label of `:::name[label]` begins and ends. */
  readonly label?: { readonly start: number; readonly end: number }
}

/**
 * Reads `::: {#id .class}`, `::: name`, `::: name {#id}` or `:::name[label]{#id}`; colons may follow. Returns
 * undefined for any other line.
 */
export function divOpening(line: string): DivOpening | undefined {
  const match =
    /^[ \t]*:{3,}(?!:)(?:[ \t]*(?<name>[\p{L}_][\p{L}\p{N}_.-]*))?(?:\[(?<label>[^\]]*)\])?(?:[ \t]*(?<list>\{.*\}))?(?:[ \t]*:+)?[ \t]*$/u.exec(
      line,
    )
  if (!match?.groups) return undefined
  const { name, label, list } = match.groups
  const attributes = list === undefined ? undefined : parseAttributes(list)
  if (list === undefined ? name === undefined : !attributes) return undefined
  if (label !== undefined && name === undefined) return undefined
  const nameAttributes = attributesOf(undefined, name === undefined ? [] : [name])
  const start = line.indexOf('[') + 1
  return {
    attributes: attributes ? mergeAttributes(nameAttributes, attributes) : nameAttributes,
    ...(label && { label: { start, end: start + label.length } }),
  }
}

interface DivFences {
  /**
   * Takes the next line of the div or directive. `failed`: too many divs are nested. `size` is the number of
   * colons in the opening fence of a directive. A closing fence with exactly as many colons, and more than
   * three, closes the directive and everything that is still open in it, because MyST gives an outer
   * directive more colons than an inner one.
   */
  step(line: string, size?: number): 'inside' | 'closing' | 'failed'
}

/** Returns a reader of the lines after the opening fence. `indent`: the columns before that fence. */
export function divFences(indent: number): DivFences {
  let depth = 1
  /** The opening fence of the code block that contains the line. */
  let codeFence: string | undefined
  return {
    step(line, size) {
      if (codeFence !== undefined) {
        if (closesCode(line, codeFence)) codeFence = undefined
        return 'inside'
      }
      codeFence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
      if (codeFence !== undefined) return 'inside'
      if (opensDiv(line)) return ++depth > nestingLimit ? 'failed' : 'inside'
      const closing = /^( *):{3,}[ \t]*$/.exec(line)
      if (!closing) return 'inside'
      // An indented fence closes a div inside a list item. The line that opened that div was not recognized,
      // because the marker of the item stands before it.
      if (depth === 1 && (closing[1]?.length ?? 0) > indent + 1) return 'inside'
      if (size !== undefined && line.trim().length === size && size > 3) return 'closing'
      return --depth === 0 ? 'closing' : 'inside'
    },
  }
}

/** True for a line that opens a div or a directive with a fence of colons. */
function opensDiv(line: string): boolean {
  return divOpening(line) !== undefined || directiveOpening(line)?.marker === ':'
}

/** True for a line of the marks of `fence`, at least as many, and nothing else. */
function closesCode(line: string, fence: string): boolean {
  const text = line.trim()
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length)
}
