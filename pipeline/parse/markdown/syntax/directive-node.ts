/**
 * The tokens of a directive → `directive`. An argument that is text is its first child, a caption; options
 * are strings by their key, as the last of a key says.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'
import { isRecord } from '../../../values/record.ts'
import { readYaml } from '../../../values/yaml-source.ts'
import type { Directive } from '../tree/myst-nodes.ts'
import { directiveOpening } from './directive-fences.ts'

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** The lines of the directives that are open, innermost last. */
    directiveLines?: { readonly start: number; readonly options: string[]; readonly text: string[] }[]
  }
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
      // Blank lines have no token.
      const at = token.start.line - lines.start
      while (lines.text.length < at) lines.text.push('')
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

function finishDirective(
  node: Directive,
  { options, text }: { readonly options: readonly string[]; readonly text: readonly string[] },
  source: string,
): void {
  node.options = optionsOf(options)
  // The lines of the options stand before the text, empty.
  const from = options.length > 0 ? options.length : 0
  node.value = text.slice(from).join('\n')
  node.source = source
}

/** `:key: value` lines, or YAML between its marks; what is no YAML is read line by line. */
function optionsOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const isYaml = /^\s*---/.test(lines[0] ?? '')
  const inner = isYaml ? lines.filter(line => !/^\s*---\s*$/.test(line)) : lines
  if (isYaml) {
    const { value } = readYaml(inner.join('\n'), { line: 1, column: 1 })
    if (isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, textOf(one)]))
    }
  }
  return Object.fromEntries(
    inner.flatMap(line => {
      const [, key, value = ''] = /^\s*:?([A-Za-z][\w-]*):\s*(.*?)\s*$/.exec(line) ?? []
      return key === undefined ? [] : [[key, value.replace(/^(["'])([^"']*)\1$/, '$2')]]
    }),
  )
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' ')
  return value === null || value === undefined ? '' : String(value)
}
