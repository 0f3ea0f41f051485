/**
 * Tells the lines of a directive apart: the opening fence, the options, the body and the closing fence.
 * Fences of backticks and tildes end as in CommonMark's code blocks. `div-fences.ts` finds the end of
 * directives that have fences of colons and a body of Markdown, because these may contain divs and be inside
 * divs.
 */
import type { Attributes } from '../../../model/mdast.ts'
import { attributesOf, parseAttributes } from '../tree/attributes.ts'
import { type DirectiveForm, directiveForm } from './directive-names.ts'

/** The parts of an opening fence, such as ```` ```{note} A title ````. */
export interface DirectiveOpening {
  readonly marker: '`' | '~' | ':'
  /** Number of marks in the fence. */
  readonly size: number
  readonly name: string
  readonly form: DirectiveForm
  /** MyST's inline options, after the name in the braces: `{figure #id .class key="words"}`. */
  readonly attributes: Attributes
  /** The rest of the line after the name, trimmed. */
  readonly argument: string
  /** The indexes in the line at which the argument begins and ends. */
  readonly start: number
  readonly end: number
}

/**
 * Reads ```` ```{name} argument ```` or `:::{name} argument`. Returns undefined for other lines, also for
 * code that R Markdown or Quarto would run (`directive-names.ts`).
 */
export function directiveOpening(line: string): DirectiveOpening | undefined {
  const match =
    /^[ \t]*(?<fence>`{3,}|~{3,}|:{3,})[ \t]*\{(?<name>[A-Za-z][\w:.+-]*)(?<list>[ \t]+(?:"[^"]*"|'[^']*'|[^{}"'])*)?\}(?<rest>.*)$/.exec(
      line,
    )
  if (!match?.groups) return undefined
  const { fence = '', name = '', list = '', rest = '' } = match.groups
  const marker = fence.charAt(0)
  if (marker !== '`' && marker !== '~' && marker !== ':') return undefined
  // As for CommonMark's code blocks, no backtick may follow: "```{x}```" is code in a line.
  if (marker === '`' && rest.includes('`')) return undefined
  const form = directiveForm(name)
  const attributes = list.trim() === '' ? attributesOf(undefined) : parseAttributes(`{${list}}`)
  if (!form || !attributes) return undefined
  // bookdown's older theorems, ```{theorem name="A name"}, are read in `normalize/theorem-cells.ts`.
  if (marker === '`' && 'name' in attributes.values) return undefined
  const argument = rest.trim()
  const start = line.length - rest.trimStart().length
  return { marker, size: fence.length, name, form, attributes, argument, start, end: start + argument.length }
}

/** The greatest number of inner directives that have a fence at least as long as the outer fence. */
const nestingLimit = 32

export interface DirectiveFences {
  /** Takes the next line after the opening fence. `failed`: the nesting limit is exceeded. */
  step(line: string): 'inside' | 'closing' | 'failed'
}

/**
 * Finds the closing fence: a line of the same marks, at least as many as in the opening fence, and nothing
 * else.
 */
export function directiveFences({ marker, size }: DirectiveOpening): DirectiveFences {
  let openings = 0
  return {
    step(line) {
      const text = line.trim()
      if (text.length >= size && text === marker.repeat(text.length)) return 'closing'
      // Inner directives have shorter fences. An inner fence that is not shorter would begin one more level.
      const inner = directiveOpening(line)
      if (inner?.marker === marker && inner.size >= size) openings++
      return openings > nestingLimit ? 'failed' : 'inside'
    },
  }
}

interface OptionLines {
  /** Takes the next line after the opening fence, until the first line of the body. */
  step(line: string): 'option' | 'body'
}

/** Finds the end of the options: lines of `:key: value`, or YAML between two lines of `---`. */
export function optionLines(): OptionLines {
  let kind: 'unknown' | 'colons' | 'yaml' | 'done' | 'broken' = 'unknown'
  return {
    step(line) {
      if (kind === 'done' || kind === 'broken') return 'body'
      if (kind === 'yaml') {
        // Without a second `---`, the options end before the first line that does not look like YAML.
        if (/^\s*---\s*$/.test(line)) kind = 'done'
        else if (!/^\s*[\w-]+:(?:\s|$)|^\s+\S|^-\s/.test(line)) kind = 'broken'
        return kind === 'broken' ? 'body' : 'option'
      }
      if (kind === 'unknown' && /^\s*---\s*$/.test(line)) {
        kind = 'yaml'
        return 'option'
      }
      kind = /^\s*:[A-Za-z][\w-]*:/.test(line) ? 'colons' : 'done'
      return kind === 'colons' ? 'option' : 'body'
    },
  }
}
