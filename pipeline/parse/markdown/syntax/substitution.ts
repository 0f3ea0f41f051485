/**
 * `{{ name }}` in text → `unread`. `parse/passes/substitutions.ts` replaces it by the text that the front
 * matter gives for the name. Quarto's `{{< … >}}` is read by `shortcode.ts`.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Code, Construct, State, Token } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    substitution: 'substitution'
    substitutionText: 'substitutionText'
  }
}

const completePattern = /^\{\{\s*([A-Za-z_][\w-]*)\s*\}\}$/

/** Text construct for substitutions. It starts at `{`. */
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
      // Fails as soon as the text can no longer become a substitution.
      if (!/^\{(?:\{\s*(?:[A-Za-z_][\w-]*\s*\}?\}?)?)?$/.test(text)) return nok(code)
      effects.consume(code)
      if (!completePattern.test(text)) return inside
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

/** `{{ name }}` → `name`. Undefined for other text. */
export function substitutionName(source: string): string | undefined {
  return completePattern.exec(source)?.[1]
}
