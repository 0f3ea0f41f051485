/**
 * A block that begins with a mark and goes on as far as it is indented: a description (`:   text`), an item
 * of a list with letters (`a.  text`), an example (`(@)  text`) → `markedItem`. What its neighbours make of
 * it, a list or text after all, is decided in the tree (`normalize/marked-items.ts`).
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

/** Longer marks are the label of no example. */
const markerLimit = 64

const markedItem: Construct = {
  name: 'markedItem',
  tokenize: tokenizeMarkedItem,
  continuation: { tokenize: tokenizeContinuation },
  exit(effects) {
    effects.exit('markedItem')
  },
}

const indent: Construct = { tokenize: tokenizeIndent, partial: true }
const blankLine: Construct = { tokenize: tokenizeBlankLine, partial: true }

/** By what a mark can begin with. */
export const markedItems: NonNullable<Extension['document']> = Object.fromEntries(
  Array.from(':~(#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', sign => [
    sign.charCodeAt(0),
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

function tokenizeMarkedItem(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this
  const tail = self.events.at(-1)
  const before = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0
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
    // A description follows its term at once; a list, as in pandoc, a paragraph only inside another list.
    const canBegin = !self.interrupt || isInItem(self)
    const isMarker = isDescriptionMarker(marker) || (itemMarkers(marker).length > 0 && canBegin)
    if (!isMarker) return nok(code)
    effects.exit('markedItemMarker')
    return effects.check(blankLine, nok, space)(code)
  }

  function space(code: Code): State | undefined {
    effects.enter('markedItemSpace')
    effects.consume(code)
    return secondSpace
  }

  /** `A. Smith` is a name: as in pandoc, a capital with a full stop needs two spaces. */
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
    const size = before + self.sliceSerialize(prefix, true).length
    // A description goes on after four columns, however far its first line is moved (pandoc, PHP Markdown
    // Extra).
    const isDescription = isDescriptionMarker(marker)
    if (self.containerState) self.containerState.size = isDescription ? Math.min(size, before + 4) : size
    return ok(code)
  }
}

/** True where an item, of this or of CommonMark's kind, is not yet closed. */
function isInItem({ events }: TokenizeContext): boolean {
  // The item that is being tried is open as well.
  let closed = 1
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? []
    if (!items.has(token?.type)) continue
    if (kind === 'exit') closed++
    else if (closed-- === 0) return true
  }
  return false
}

const items: ReadonlySet<string | undefined> = new Set(['markedItem', 'listOrdered', 'listUnordered'])

/** On a later line: blank, or indented as far as the text of the first. */
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
    const tail = self.events.at(-1)
    const width = tail?.[1].type === 'markedItemIndent' ? tail[2].sliceSerialize(tail[1], true).length : 0
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
