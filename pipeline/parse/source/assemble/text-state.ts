/**
 * Classifies the lines of a text, read from top to bottom: plain text, code or comment. Markup counts
 * only in plain text.
 */

interface TextState {
  /** Returns the kind of the next line. */
  step(line: string): LineKind
}

/** What a line of the file is. `fence`: it opens or closes code. `cell`: it is executable code. */
type LineKind = 'text' | 'fence' | 'code' | 'cell' | 'comment'

export function textState(): TextState {
  let fence: string | undefined
  let isCell = false
  let isComment = false
  return {
    step(line) {
      if (fence !== undefined) {
        if (!isClosing(line, fence)) return isCell ? 'cell' : 'code'
        fence = undefined
        return 'fence'
      }
      if (isComment) {
        isComment = !line.includes('-->')
        return 'comment'
      }
      const [, mark, info = ''] = /^[\s>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*(`{3,}|~{3,})(.*)$/.exec(line) ?? []
      if (mark !== undefined && (mark.startsWith('~') || !info.includes('`'))) {
        fence = mark
        isCell = /^\s*\{\w/.test(info)
        return 'fence'
      }
      if (/^\s*<!--/.test(line)) {
        isComment = !line.includes('-->')
        return 'comment'
      }
      return 'text'
    },
  }
}

function isClosing(line: string, fence: string): boolean {
  const text = line.replace(/^[\s>]*/, '').trimEnd()
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length)
}
