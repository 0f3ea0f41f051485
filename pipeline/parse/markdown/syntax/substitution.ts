/**
 * `{{ name }}` in text → `unread`, until the front matter has said what it stands for
 * (`parse/passes/substitutions.ts`). Quarto's `{{< … >}}` is something else.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Code, Construct, State, Token } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    substitution: 'substitution'
    substitutionText: 'substitutionText'
  }
}

const whole = /^\{\{\s*([A-Za-z_][\w-]*)\s*\}\}$/

/** Begins at `{`. */
export const substitution: Construct = {
  name: 'substitution',
  tokenize(effects, ok, nok) {
    let text = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('substitution')
      effects.enter('substitutionText')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || code < -2) return nok(code)
      text += code < 0 ? ' ' : String.fromCharCode(code)
      if (!/^\{(?:\{\s*(?:[A-Za-z_][\w-]*\s*\}?\}?)?)?$/.test(text)) return nok(code)
      effects.consume(code)
      if (!whole.test(text)) return inside
      effects.exit('substitutionText')
      effects.exit('substitution')
      return ok
    }
  },
}

export const substitutionFromMarkdown: FromMarkdown = {
  enter: {
    substitution(this: CompileContext, token: Token) {
      const value = this.sliceSerialize(token)
      this.enter(
        { type: 'unread', value, what: `substitution \`${substitutionName(value)}\``, isBlock: false },
        token,
      )
    },
  },
  exit: {
    substitution(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/** `{{ name }}` → `name`; undefined for anything else. */
export function substitutionName(source: string): string | undefined {
  return whole.exec(source)?.[1]
}
