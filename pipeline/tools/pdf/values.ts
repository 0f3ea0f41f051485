/**
 * Values of a PDF (ISO 32000-1, 7.3) as the finisher holds them: names, numbers, strings and references stay
 * the text that stands in the file, arrays and dictionaries are taken apart. A value that does not change is
 * written as it was read.
 */

/** `/Name`, `12`, `true`, `null`, `(text)`, `<FEFF…>`, `12 0 R`; an array; a dictionary. */
export type PdfValue = string | PdfValue[] | PdfDict

/** Name without its slash → value. */
export type PdfDict = Map<string, PdfValue>

const separator = /(?:[\0\t\n\f\r ]|%[^\n\r]*(?![^\n\r]))*/y
const reference = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const regular = /\/?[^\0\t\n\f\r ()<>[\]{}/%]*/y

/**
 * The value that begins at `start`, and the offset behind it. `text`: the bytes of the file as Latin 1.
 * Throws if there is no value.
 */
export function readValue(text: string, start: number): { readonly value: PdfValue; readonly end: number } {
  const reader = new Reader(text, start)
  return { value: reader.value(), end: reader.at }
}

class Reader {
  readonly #text: string
  #at: number

  constructor(text: string, start: number) {
    this.#text = text
    this.#at = start
  }

  get at(): number {
    return this.#at
  }

  value(): PdfValue {
    this.#skip()
    const text = this.#text
    const start = this.#at
    switch (text[start]) {
      case '[':
        this.#at++
        return this.#array()
      case '<':
        if (text[start + 1] === '<') {
          this.#at += 2
          return this.#dict()
        }
        return this.#until(text.indexOf('>', start) + 1)
      case '(':
        return this.#until(endOfString(text, start))
      default:
        return this.#match(reference) ?? this.#match(regular) ?? this.#fail()
    }
  }

  #array(): PdfValue[] {
    const items: PdfValue[] = []
    for (;;) {
      this.#skip()
      if (this.#text[this.#at] === ']') break
      items.push(this.value())
    }
    this.#at++
    return items
  }

  #dict(): PdfDict {
    const dict: PdfDict = new Map()
    for (;;) {
      this.#skip()
      if (this.#text.startsWith('>>', this.#at)) break
      const key = this.#match(regular)
      if (!key?.startsWith('/')) this.#fail()
      else dict.set(key.slice(1), this.value())
    }
    this.#at += 2
    return dict
  }

  #skip(): void {
    separator.lastIndex = this.#at
    separator.test(this.#text)
    this.#at = separator.lastIndex
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const [match] = pattern.exec(this.#text) ?? []
    if (!match) return undefined
    this.#at = pattern.lastIndex
    return match
  }

  #until(end: number): string {
    if (end <= this.#at) this.#fail()
    const token = this.#text.slice(this.#at, end)
    this.#at = end
    return token
  }

  #fail(): never {
    const sample = this.#text.slice(this.#at, this.#at + 20)
    throw new Error(`Unexpected "${sample}" at byte ${this.#at} of the PDF, expected a value`)
  }
}

function endOfString(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')') {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return 0
}

export function valueText(value: PdfValue): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return `[${value.map(valueText).join(' ')}]`
  let text = '<<'
  for (const [key, entry] of value) text += `/${key} ${valueText(entry)}`
  return `${text}>>`
}

export function dictOf(entries: Readonly<Record<string, PdfValue>>): PdfDict {
  return new Map(Object.entries(entries))
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map
}

export function refTo(number: number): string {
  return `${number} 0 R`
}

/** The number of the object that a reference names; `undefined` for every other value. */
export function refNumber(value: PdfValue | undefined): number | undefined {
  if (typeof value !== 'string' || !value.endsWith('R')) return undefined
  const [, number] = /^(\d+) \d+ R$/.exec(value) ?? []
  return number === undefined ? undefined : Number(number)
}

/** `undefined` for every value that is not a whole number. */
export function integerOf(value: PdfValue | undefined): number | undefined {
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : undefined
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The text of a string or a name (ISO 32000-1, 7.3.4, 7.3.5, 7.9.2.2); `undefined` for every other value. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  if (value.startsWith('/')) {
    return value.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => fromCode(code, 16))
  }
  const bytes = bytesOf(value)
  if (!bytes) return undefined
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  }
  return bytes.toString('latin1')
}

function bytesOf(value: string): Buffer | undefined {
  if (value.startsWith('<')) return Buffer.from(value.slice(1, -1).replace(/\s/g, ''), 'hex')
  if (!value.startsWith('(')) return undefined
  const text = value
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string | undefined, sign = '') => {
      if (octal !== undefined) return fromCode(octal, 8)
      return /[\r\n]/.test(sign) ? '' : (escapes[sign] ?? sign)
    })
  return Buffer.from(text, 'latin1')
}

function fromCode(code: string, radix: number): string {
  return String.fromCharCode(Number.parseInt(code, radix) & 0xff)
}

/** A text as a string: of ASCII characters if it has no others, else of UTF-16. */
export function stringOf(text: string): string {
  return /^[ -~]*$/.test(text) ? `(${text.replace(/[\\()]/g, '\\$&')})` : hexString(text)
}

/** A text as a string of UTF-16, written in hexadecimal digits. */
export function hexString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
