/**
 * Reads a content stream (ISO 32000-1, 7.8.2) operator by operator, as bytes. Knows where strings, names
 * and inline images end, so that no letter inside them is taken for an operator.
 */

interface Operator {
  readonly name: string
  /**
   * The offsets at which the first operand of the operator begins and at which the operator ends, in bytes.
   */
  readonly start: number
  readonly end: number
  /** The operand of `Do` as written, such as `/X9`; empty for other operators. */
  readonly operand: string
}

const whiteSpace = new Set([0, 9, 10, 12, 13, 32])
const delimiter = new Set([...'()<>[]{}/%'].map(sign => sign.charCodeAt(0)))
const sign = (character: string) => character.charCodeAt(0)

export function* operatorsOf(content: Uint8Array): Generator<Operator> {
  let start = -1
  let at = 0
  while (at < content.length) {
    const byte = content[at] ?? 0
    if (whiteSpace.has(byte)) {
      at++
      continue
    }
    if (byte === sign('%')) {
      at = endOfLine(content, at)
      continue
    }
    const end = endOfToken(content, at)
    if (isOperator(content, at, end)) {
      const name = latin(content, at, end)
      const closed = name === 'BI' ? endOfInlineImage(content, end) : end
      const operand = name === 'Do' && start >= 0 ? latin(content, start, at).trimEnd() : ''
      yield { name, start: start >= 0 ? start : at, end: closed, operand }
      start = -1
      at = closed
      continue
    }
    if (start < 0) start = at
    at = end
  }
}

/** True for operators, which include `T*`, `'` and `"`; not for numbers, `true`, `false` and `null`. */
function isOperator(content: Uint8Array, start: number, end: number): boolean {
  const first = content[start] ?? 0
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122)
  if (!isLetter && first !== sign("'") && first !== sign('"')) return false
  return end - start < 4 || !['true', 'false', 'null'].includes(latin(content, start, end))
}

function endOfToken(content: Uint8Array, start: number): number {
  const first = content[start]
  if (first === sign('(')) return endOfString(content, start)
  if (first === sign('<') && content[start + 1] !== sign('<')) {
    const end = content.indexOf(sign('>'), start)
    return end < 0 ? content.length : end + 1
  }
  let at = start + 1
  if (first !== sign('/') && delimiter.has(first ?? 0)) return at
  while (at < content.length && !whiteSpace.has(content[at] ?? 0) && !delimiter.has(content[at] ?? 0)) at++
  return at
}

function endOfString(content: Uint8Array, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at++) {
    const byte = content[at]
    if (byte === sign('\\')) at++
    else if (byte === sign('(')) depth++
    else if (byte === sign(')')) {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return content.length
}

/**
 * The offset at which an inline image ends, `BI … ID <bytes> EI`. Its bytes end at an `EI` between white
 * space.
 */
function endOfInlineImage(content: Uint8Array, start: number): number {
  for (let at = start; at + 2 <= content.length; at++) {
    const isMark = content[at] === sign('E') && content[at + 1] === sign('I')
    if (isMark && whiteSpace.has(content[at - 1] ?? 0) && whiteSpace.has(content[at + 2] ?? 32)) return at + 2
  }
  return content.length
}

function endOfLine(content: Uint8Array, start: number): number {
  let at = start
  while (at < content.length && content[at] !== 10 && content[at] !== 13) at++
  return at
}

/** Bytes → text. Written for speed: a stream has many words of one or two letters. */
function latin(content: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(content[at] ?? 0)
  return text
}
