/**
 * Definitions of links and notes in the body of a div or a directive, `[label]: address` and `[^label]:
 * text`, are known to the parser before it reads any text. A reference may therefore come before the div that
 * contains its definition. The body itself is read later, together with the text.
 */
import type { TokenizeContext } from 'micromark-util-types'

interface DefinitionReader {
  /** Takes the next line of the body. */
  step(line: string): void
}

/** Returns a reader of the lines of a body. Lines of code in it define nothing. */
export function definitionReader({ parser }: TokenizeContext): DefinitionReader {
  let fence: string | undefined
  return {
    step(line) {
      const mark = /^\s*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
      if (fence !== undefined) {
        if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
        return
      }
      fence = mark
      const [, note, label] = /^[\s>]*\[(\^?)((?:[^[\]\\]|\\.)+)\]:/.exec(line) ?? []
      if (label === undefined || label.trim() === '') return
      // As micromark normalises labels.
      const key = label
        .replace(/[\t\n\r ]+/g, ' ')
        .trim()
        .toLowerCase()
        .toUpperCase()
      if (note === '') parser.defined.push(key)
      else parser.gfmFootnotes = [...(parser.gfmFootnotes ?? []), key]
    },
  }
}
