/**
 * `{=html}` in text → an `attributeList` token, whose node has no attributes and gives the format in its
 * source. `normalize/raw-code.ts` attaches the format to inline code directly before it. Elsewhere `{=html}`
 * becomes text.
 */
import { asciiAlphanumeric } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, State } from 'micromark-util-types'

/** Text construct for raw attributes. It starts at `{`. */
export const rawAttribute: Construct = {
  name: 'rawAttribute',
  tokenize(effects, ok, nok) {
    return code => {
      effects.enter('attributeList')
      effects.enter('attributes')
      effects.enter('attributesText')
      effects.consume(code)
      return sign
    }

    function sign(code: Code): State | undefined {
      if (code !== codes.equalsTo) return nok(code)
      effects.consume(code)
      return first
    }

    function first(code: Code): State | undefined {
      return asciiAlphanumeric(code) ? inside(code) : nok(code)
    }

    function inside(code: Code): State | undefined {
      if (asciiAlphanumeric(code) || code === codes.dash || code === codes.underscore) {
        effects.consume(code)
        return inside
      }
      if (code !== codes.rightCurlyBrace) return nok(code)
      effects.consume(code)
      effects.exit('attributesText')
      effects.exit('attributes')
      effects.exit('attributeList')
      return ok
    }
  },
}
