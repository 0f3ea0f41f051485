/**
 * The tokens of a directive → `directive`. If the argument is Markdown, it becomes the first child, a
 * caption. The options become strings by key; if a key occurs twice, the last value counts.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import type { Attributes } from '../../../model/mdast.ts'
import { isRecord } from '../../../values/record.ts'
import { readYaml } from '../../../values/yaml-source.ts'
import type { Directive } from '../tree/myst-nodes.ts'
import { directiveOpening } from './directive-fences.ts'

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** The lines of the directives that are not yet closed, the innermost last. */
    directiveLines?: DirectiveLines[]
  }
}

interface DirectiveLines {
  /** The number of the first line after the opening fence, as counted in the manuscript. */
  readonly start: number
  readonly options: string[]
  /** The lines after the opening fence if the body is plain. Lines of options are empty strings. */
  readonly text: string[]
}

export const directiveFromMarkdown: FromMarkdown = {
  enter: {
    directive(this: CompileContext, token: Token) {
      const lines = { start: token.start.line + 1, options: [], text: [] }
      this.data.directiveLines = [...(this.data.directiveLines ?? []), lines]
      this.enter(
        { type: 'directive', name: '', argument: '', options: {}, value: '', source: '', children: [] },
        token,
      )
    },
    directiveFence(this: CompileContext, token: Token) {
      const node = this.stack.at(-1)
      const opening = directiveOpening(this.sliceSerialize(token))
      if (node?.type !== 'directive' || !opening) return
      node.name = opening.name
      node.argument = opening.argument
      node.options = optionsOfAttributes(opening.attributes)
    },
    directiveArgument(this: CompileContext, token: Token) {
      this.enter({ type: 'caption', children: [] }, token)
    },
  },
  exit: {
    directiveArgument(this: CompileContext, token: Token) {
      this.exit(token)
    },
    directiveOption(this: CompileContext, token: Token) {
      const lines = this.data.directiveLines?.at(-1)
      lines?.options.push(this.sliceSerialize(token))
    },
    directiveText(this: CompileContext, token: Token) {
      const lines = this.data.directiveLines?.at(-1)
      if (!lines) return
      // Blank lines and options have no `directiveText`.
      const index = token.start.line - lines.start
      while (lines.text.length < index) lines.text.push('')
      lines.text.push(this.sliceSerialize(token))
    },
    directive(this: CompileContext, token: Token) {
      const node = this.stack.at(-1)
      const lines = this.data.directiveLines?.pop()
      if (node?.type === 'directive' && lines) finishDirective(node, lines, this.sliceSerialize(token))
      this.exit(token)
    },
  },
}

/** Sets the fields that can only be known at the end of the directive. */
function finishDirective(node: Directive, { options, text }: DirectiveLines, source: string): void {
  node.options = { ...node.options, ...optionsOf(options) }
  // The lines of the options are the first lines of the text, and empty.
  node.value = text.slice(options.length).join('\n')
  node.source = source
}

/**
 * Lines of `:key: value`, or YAML between two lines of `---`, → values by key. If the YAML is not a valid
 * mapping, its lines are read one by one.
 */
function optionsOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const isYaml = /^\s*---/.test(lines[0] ?? '')
  const inner = isYaml ? lines.filter(line => !/^\s*---\s*$/.test(line)) : lines
  if (isYaml) {
    const { value } = readYaml(inner.join('\n'), { line: 1, column: 1 })
    if (isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, setting]) => [key, optionText(setting)]))
    }
  }
  return Object.fromEntries(
    inner.flatMap(line => {
      const [, key, value = ''] = /^\s*:?([A-Za-z][\w-]*):\s*(|\S|\S.*\S)\s*$/.exec(line) ?? []
      return key === undefined ? [] : [[key, value.replace(/^(["'])([^"']*)\1$/, '$2')]]
    }),
  )
}

/** Inline options as the options of later lines: `#x .wide` → `:label: x` and `:class: wide`. */
function optionsOfAttributes({ id, classes, values }: Attributes): Readonly<Record<string, string>> {
  return {
    ...values,
    ...(id !== undefined && { label: id }),
    ...(classes.length > 0 && { class: classes.join(' ') }),
  }
}

/** A value of YAML as text. The items of a list are joined by spaces. */
function optionText(value: unknown): string {
  if (Array.isArray(value)) return value.map(optionText).join(' ')
  return value === null || value === undefined ? '' : String(value)
}
