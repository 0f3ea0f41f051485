/**
 * A container that begins with a marker and includes the indented lines after it → `markedItem`. It is a
 * description (`:   text`), an item of a list with letters or Roman numbers (`a.  text`), or an example
 * (`(@)  text`). `normalize/marked-items.ts` later joins neighbouring items into a list, or turns an item
 * back into text. Both lines of this example become one `markedItem`:
 *
 * ```markdown
 * > | :   A description,
 * > |     with two lines.
 * ```
 */
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown'
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes, constants } from 'micromark-util-symbol'
import type { Code, Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types'
import { isInItem } from './is-in-item.ts'
import { isDescriptionMarker, itemMarkers } from './item-marker.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    markedItem: 'markedItem'
    markedItemPrefix: 'markedItemPrefix'
    markedItemMarker: 'markedItemMarker'
    markedItemSpace: 'markedItemSpace'
    markedItemIndent: 'markedItemIndent'
  }
}

/** Length of the longest marker that is read. Only labels of examples can come near it. */
const markerLimit = 64

const markedItem: Construct = {
  name: 'markedItem',
  tokenize: tokenizeMarkedItem,
  continuation: { tokenize: tokenizeContinuation },
  exit(effects) {
    effects.exit('markedItem')
  },
}

/** Consumes the indent of a later line of an item. */
const indent: Construct = { tokenize: tokenizeIndent, partial: true }
const blankLine: Construct = { tokenize: tokenizeBlankLine, partial: true }

/** Extension of micromark's containers: the same construct for every character that can begin a marker. */
export const markedItems: NonNullable<Extension['document']> = Object.fromEntries(
  Array.from(':~(#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', character => [
    character.charCodeAt(0),
    markedItem,
  ]),
)

export const markedItemFromMarkdown: FromMarkdown = {
  enter: {
    markedItem(this: CompileContext, token: Token) {
      this.enter({ type: 'markedItem', marker: '', prefix: '', children: [] }, token)
    },
    markedItemPrefix(this: CompileContext, token: Token) {
      const item = this.stack.at(-1)
      if (item?.type !== 'markedItem') return
      item.prefix = this.sliceSerialize(token)
      item.marker = item.prefix.trim()
    },
  },
  exit: {
    markedItem(this: CompileContext, token: Token) {
      this.exit(token)
    },
  },
}

/** Tokenizes the marker and the space after it. They form the prefix of the container. */
function tokenizeMarkedItem(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const lastEvent = self.events.at(-1)
  const indentWidth =
    lastEvent?.[1].type === 'linePrefix' ? lastEvent[2].sliceSerialize(lastEvent[1], true).length : 0
  let marker = ''
  return start

  function start(code: Code): State | undefined {
    effects.enter('markedItem', { _container: true })
    effects.enter('markedItemPrefix')
    effects.enter('markedItemMarker')
    return inMarker(code)
  }

  function inMarker(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code) || marker.length > markerLimit) return nok(code)
    if (!markdownSpace(code)) {
      marker += String.fromCharCode(code)
      effects.consume(code)
      return inMarker
    }
    // A description may directly follow the paragraph that is its term. Other items, as in pandoc, directly
    // follow a paragraph only inside another item.
    // What is inside is asked for last: it takes a walk through all that was read.
    const isMarker =
      isDescriptionMarker(marker) ||
      (itemMarkers(marker).length > 0 && (!self.interrupt || isInItem(self, 1)))
    if (!isMarker) return nok(code)
    effects.exit('markedItemMarker')
    return effects.check(blankLine, nok, space)(code)
  }

  function space(code: Code): State | undefined {
    effects.enter('markedItemSpace')
    effects.consume(code)
    return secondSpace
  }

  /**
   * Rejects `A. Smith`, which is a name: as in pandoc, two spaces must follow a single capital letter with a
   * full stop.
   */
  function secondSpace(code: Code): State | undefined {
    if (/^[A-Z]\.$/.test(marker) && !markdownSpace(code) && self.previous !== codes.virtualSpace)
      return nok(code)
    return restOfSpace(code, 1)
  }

  function restOfSpace(code: Code, width: number): State | undefined {
    if (markdownSpace(code) && width < constants.tabSize) {
      effects.consume(code)
      return next => restOfSpace(next, width + 1)
    }
    effects.exit('markedItemSpace')
    const prefix = effects.exit('markedItemPrefix')
    const size = indentWidth + self.sliceSerialize(prefix, true).length
    // Later lines of a description need an indent of four columns at most, even if the text of its first line
    // begins further right (pandoc, PHP Markdown Extra).
    const isDescription = isDescriptionMarker(marker)
    if (self.containerState) self.containerState.size = isDescription ? Math.min(size, indentWidth + 4) : size
    return ok(code)
  }
}

/**
 * Accepts a later line of an item: it is blank, or is indented by at least the `size` that
 * `tokenizeMarkedItem` has stored.
 */
function tokenizeContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return effects.check(blankLine, ok, effects.attempt(indent, ok, nok))
}

function tokenizeIndent(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const size = Number(self.containerState?.size)
  return code => {
    if (!markdownSpace(code)) return nok(code)
    return factorySpace(effects, afterSpace, 'markedItemIndent', size + 1)(code)
  }

  function afterSpace(code: Code): State | undefined {
    const lastEvent = self.events.at(-1)
    const width =
      lastEvent?.[1].type === 'markedItemIndent' ? lastEvent[2].sliceSerialize(lastEvent[1], true).length : 0
    return width >= size ? ok(code) : nok(code)
  }
}

function tokenizeBlankLine(effects: Effects, ok: State, nok: State): State {
  return factorySpace(
    effects,
    code => (code === codes.eof || markdownLineEnding(code) ? ok(code) : nok(code)),
    'markedItemIndent',
  )
}
