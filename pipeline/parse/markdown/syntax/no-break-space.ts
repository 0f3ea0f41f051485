/**
 * `\ `, a backslash before a space → a no-break space, as in pandoc ("all_symbols_escapable"). CommonMark
 * would print the backslash.
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { codes } from 'micromark-util-symbol'
import type { Construct, Token } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    noBreakSpace: 'noBreakSpace'
  }
}

/** Text construct for no-break spaces. It starts at `\`. */
export const noBreakSpace: Construct = {
  name: 'noBreakSpace',
  tokenize(effects, ok, nok) {
    return code => {
      effects.enter('noBreakSpace')
      effects.consume(code)
      return code => {
        if (code !== codes.space) return nok(code)
        effects.consume(code)
        effects.exit('noBreakSpace')
        return ok
      }
    }
  },
}

export const noBreakSpaceFromMarkdown: FromMarkdown = {
  enter: {
    noBreakSpace(this: CompileContext, token: Token) {
      this.enter({ type: 'text', value: '\u00A0' }, token)
      this.exit(token)
    },
  },
}
