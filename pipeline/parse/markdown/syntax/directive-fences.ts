/**
 * The lines of a directive: the fence that opens it, its options, the fence that closes it. A fence of
 * backticks or tildes ends as that of code does; one of colons as that of a div, so that both nest in each
 * other.
 */
import { type DirectiveForm, directiveForm } from './directive-names.ts'

export interface DirectiveOpening {
  readonly marker: '`' | '~' | ':'
  readonly size: number
  readonly name: string
  readonly form: DirectiveForm
  readonly argument: string
  /** Where the argument begins and ends in the line. */
  readonly start: number
  readonly end: number
}

/** ```` ```{name} argument ````, `:::{name} argument`. Undefined for any other line, and for code. */
export function directiveOpening(line: string): DirectiveOpening | undefined {
  const match = /^[ \t]*(?<fence>`{3,}|~{3,}|:{3,})[ \t]*\{(?<name>[A-Za-z][\w:.+-]*)\}(?<rest>.*)$/.exec(
    line,
  )
  if (!match?.groups) return undefined
  const { fence = '', name = '', rest = '' } = match.groups
  const marker = fence.charAt(0)
  if (marker !== '`' && marker !== '~' && marker !== ':') return undefined
  // As in an info string: "```{x}`" is code in a line.
  if (marker === '`' && rest.includes('`')) return undefined
  const form = directiveForm(name)
  if (!form) return undefined
  const argument = rest.trim()
  const start = line.length - rest.trimStart().length
  return { marker, size: fence.length, name, form, argument, start, end: start + argument.length }
}

const nestingLimit = 32

export interface DirectiveFences {
  /** Takes the next line. `failed`: more openings than any author nests. */
  step(line: string): 'inside' | 'closing' | 'failed'
}

/** ```` ``` ```` after ```` ``` ````, of at least as many marks. */
export function directiveFences({ marker, size }: DirectiveOpening): DirectiveFences {
  let openings = 0
  return {
    step(line) {
      const text = line.trim()
      if (text.length >= size && text === marker.repeat(text.length)) return 'closing'
      // An inner fence has fewer marks; each that has not would begin one more level.
      const inner = directiveOpening(line)
      if (inner?.marker === marker && inner.size >= size) openings++
      return openings > nestingLimit ? 'failed' : 'inside'
    },
  }
}

interface OptionLines {
  /** Takes the next line after the opening: one of the options, or the first of the body. */
  step(line: string): 'option' | 'body'
}

/** `:key: value` lines, or YAML between two lines of `---`. */
export function optionLines(): OptionLines {
  let kind: 'unknown' | 'colons' | 'yaml' | 'done' | 'broken' = 'unknown'
  return {
    step(line) {
      if (kind === 'done' || kind === 'broken') return 'body'
      if (kind === 'yaml') {
        // Without a second `---` it ends where no YAML is.
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
