/**
 * A BibTeX file → its entries and their fields, with places. Values remain LaTeX; strings are replaced and
 * joined. The text is read in one pass. A mistake costs one entry at most: `@article{key,` at the start of a
 * line always begins a new entry, even if braces before it are still open.
 */
import type { Position } from 'unist'
import { type TextPlaces, textPlaces } from './text-places.ts'

/** The greatest length of a value. Strings that contain strings can multiply it. */
export const mostValueLength = 1_000_000

interface BibtexField {
  /** The LaTeX of the value, without the braces or quotes around it. */
  readonly value: string
  /** The place of the field, from its name to the end of its value. */
  readonly place: Position
}

export interface BibtexEntry {
  /** The entry type in lower case, `article`. */
  readonly type: string
  /** The entry type as written, `Article`. */
  readonly writtenType: string
  readonly key: string
  readonly place: Position
  readonly keyPlace: Position
  /** Name of the field in lower case → its value and place. */
  readonly fields: ReadonlyMap<string, BibtexField>
}

interface BibtexProblem {
  /** True if the entry could not be read: `entries` does not contain it. */
  readonly isLost: boolean
  readonly reason: string
  readonly note: string
  readonly place: Position
}

interface BibtexScan {
  readonly entries: readonly BibtexEntry[]
  readonly problems: readonly BibtexProblem[]
}

/**
 * Reads the entries of a BibTeX file. `strings`: the predefined strings, such as `jan`, by their names in
 * lower case.
 */
export function scanBibtex(text: string, strings: Readonly<Record<string, string>>): BibtexScan {
  const scanner = new BibtexScanner(text, strings)
  scanner.scan()
  return scanner
}

const tooLong = `at most ${mostValueLength} characters`

interface Head {
  readonly from: number
  readonly type: string
  key: string
}

class BibtexScanner implements BibtexScan {
  readonly entries: BibtexEntry[] = []
  readonly problems: BibtexProblem[] = []
  readonly #text: string
  readonly #places: TextPlaces
  readonly #strings: Map<string, string>
  #at = 0
  /** True after a block that has no end. A search for the end of a later block would fail too. */
  #hasOpenBlock = false

  constructor(text: string, strings: Readonly<Record<string, string>>) {
    this.#text = text
    this.#places = textPlaces(text)
    this.#strings = new Map(Object.entries(strings))
  }

  scan(): void {
    const heads = /^[ \t]*%.*$|@\s*([a-z_][\w:+-]*)\s*([{(])|^[ \t]*@([a-z]+)[ \t]+([^\s,{}()@]+),[ \t]*$/gim
    while (true) {
      heads.lastIndex = this.#at
      const match = heads.exec(this.#text)
      if (!match) return
      this.#at = heads.lastIndex
      const from = match.index + match[0].indexOf('@')
      const [, type, open, bareType, bareKey] = match
      if (bareType !== undefined)
        this.#lose({ from, type: bareType, key: bareKey ?? '' }, this.#at, 'a brace')
      else if (type !== undefined && open !== undefined) this.#piece({ from, type, key: '' }, open)
    }
  }

  #piece(head: Head, open: string): void {
    const type = head.type.toLowerCase()
    if (type === 'comment') this.#at = this.#blockEnd(this.#at) ?? this.#lineEnd()
    else if (type === 'string') this.#string(head)
    else if (type === 'preamble') {
      if (this.#value() === undefined) this.#lose(head, this.#at, 'a text in braces')
    } else this.#entry(head, open)
  }

  #string(head: Head): undefined {
    this.#skip(/(?:\s|%.*$)*/my)
    const name = this.#skip(/[^\s=,{}()"#%@]+/y)
    head.key = name
    if (name === '' || this.#skip(/(?:\s|%.*$)*=/my) === '')
      return this.#lose(head, this.#at, '`name = {value}`')
    const value = this.#value()
    if (value === undefined) return this.#lose(head, this.#at, 'a value in braces')
    if (value.length > mostValueLength) return this.#lose(head, this.#at, `a value of ${tooLong}`)
    this.#strings.set(name.toLowerCase(), value)
    return undefined
  }

  #entry(head: Head, open: string): undefined {
    this.#skip(/(?:\s|%.*$)*/my)
    const keyFrom = this.#at
    head.key = this.#skip(open === '(' ? /[^,)}\n=]*/y : /[^,}\n=]*/y).trim()
    if (head.key === '' || this.#text[this.#at] === '=') {
      head.key = ''
      return this.#lose(head, keyFrom, 'its key, as in `@article{key,`')
    }
    const keyPlace = this.#places.range(keyFrom, keyFrom + head.key.length)
    if (this.#text[this.#at] === '\n' && this.#skip(/\s*(?=[,})])/y) === '')
      this.#mend(head, keyPlace, 'Missing comma after the key')
    const fields = new Map<string, BibtexField>()
    if (!this.#fields(head, fields)) return undefined
    this.entries.push({
      type: head.type.toLowerCase(),
      writtenType: head.type,
      key: head.key,
      keyPlace,
      place: this.#places.range(head.from, this.#at),
      fields,
    })
    return undefined
  }

  /** Reads the fields of an entry into `fields`. Returns false if the entry is lost. */
  #fields(head: Head, fields: Map<string, BibtexField>): boolean {
    while (true) {
      const isSeparated = this.#skip(/(?:\s|,|%.*$)*/my).includes(',')
      const from = this.#at
      if (this.#skip(/[})]/y) !== '') {
        // If another field follows, the brace is superfluous and does not end the entry.
        if (!/\s*,?\s*[a-z][\w-]*\s*=\s*["{]/iy.test(this.#text.slice(this.#at, this.#at + 200))) return true
        this.#mend(head, this.#places.range(from, from + 1), 'Unexpected closing brace amid the fields')
        continue
      }
      if (from >= this.#text.length || /^@\s*[a-z]+\s*[{(]/i.test(this.#text.slice(from, from + 80))) {
        // A value whose closing brace is missing contains the fields after it.
        const unclosed = [...fields].find(([, { value }]) => /\n\s*[a-z][\w-]*\s*=\s*["{]/i.test(value))
        if (unclosed) {
          this.#lose(head, unclosed[1].place.start.offset ?? from, `a value of \`${unclosed[0]}\` that ends`)
          return false
        }
        this.#mend(head, this.#places.range(head.from, from), 'Missing closing brace at the end')
        return true
      }
      const name = this.#skip(/[^\s=,{}()"#%@]+/y)
      if (name === '' || this.#skip(/(?:\s|%.*$)*=/my) === '') {
        this.#lose(head, from, 'fields such as `year = {2015},`')
        return false
      }
      if (!isSeparated && fields.size > 0)
        this.#mend(head, this.#places.range(from, from + name.length), `Missing comma before \`${name}\``)
      const value = this.#value(head)
      if (value === undefined) {
        this.#lose(head, from, `a value of \`${name}\` that ends`)
        return false
      }
      if (value.length > mostValueLength) {
        this.#lose(head, from, `a value of \`${name}\` of ${tooLong}`)
        return false
      }
      const field = name.toLowerCase()
      const place = this.#places.range(from, this.#at)
      const former = fields.get(field)
      if (!former) fields.set(field, { value, place })
      else if (former.value !== value)
        this.#mend(head, place, `Unexpected second \`${name}\``, 'The first one is used.')
    }
  }

  /** Reads `{…}`, `"…"`, numbers and names of strings, joined by `#`. Undefined if the value does not end. */
  #value(head?: Head): string | undefined {
    let value = ''
    while (true) {
      this.#skip(/(?:\s|%.*$)*/my)
      const from = this.#at
      const first = this.#text[from]
      if (first === '{' || first === '"') {
        const end = this.#literalEnd(from + 1, first === '{' ? '}' : '"')
        if (end === undefined) return undefined
        if (value.length <= mostValueLength) value += this.#text.slice(from + 1, end - 1)
        this.#at = end
      } else {
        const word = this.#skip(/[^\s,#{}()"%]+/y)
        if (word === '') return undefined
        // The rest of a value that is too long anyway is read, but not kept.
        if (value.length <= mostValueLength) value += this.#wordValue(word, from, head)
      }
      if (this.#skip(/(?:\s|%.*$)*#/my) === '') return value
    }
  }

  #wordValue(word: string, from: number, head: Head | undefined): string {
    const definition = this.#strings.get(word.toLowerCase())
    if (definition !== undefined) return definition
    if (head && !/^-?\d+$/.test(word)) {
      const place = this.#places.range(from, from + word.length)
      this.#mend(
        head,
        place,
        `Unexpected name \`${word}\` without an \`@string\``,
        'The name itself is used as the value.',
      )
    }
    return word
  }

  /** The offset after `close`. Undefined if another entry or the end of the file comes first. */
  #literalEnd(from: number, close: '}' | '"'): number | undefined {
    const marks = /\\[\s\S]|[{}"]|\n[ \t]*@[a-z]+[ \t]*\{[^\s,{}="']+,/gi
    marks.lastIndex = from
    let depth = 0
    for (let match = marks.exec(this.#text); match; match = marks.exec(this.#text)) {
      const [mark] = match
      if (mark.startsWith('\n')) {
        this.#at = match.index
        return undefined
      }
      if (depth === 0 && mark === close) return marks.lastIndex
      if (mark === '{') depth++
      else if (mark === '}') depth--
    }
    this.#at = this.#text.length
    return undefined
  }

  /** The offset after the brace that closes the block around `from`. The block can contain entries. */
  #blockEnd(from: number): number | undefined {
    if (this.#hasOpenBlock) return undefined
    const marks = /[{}]/g
    marks.lastIndex = from
    let depth = 1
    for (let match = marks.exec(this.#text); match; match = marks.exec(this.#text)) {
      depth += match[0] === '{' ? 1 : -1
      if (depth === 0) return marks.lastIndex
    }
    this.#hasOpenBlock = true
    return undefined
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at)
    return end < 0 ? this.#text.length : end
  }

  /** Moves past the match of a sticky pattern, and returns the match or an empty text. */
  #skip(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += match.length
    return match
  }

  /** Reports the entry as lost and moves to the next entry. */
  #lose(head: Head, at: number, expected: string): undefined {
    const name = head.key === '' ? `\`@${head.type}\`` : `the entry \`${head.key}\``
    this.problems.push({
      isLost: true,
      reason: `Unexpected end or character in ${name}, expected ${expected}`,
      note: 'The entry is left out. Look for a missing brace or comma.',
      place: this.#places.range(at, at),
    })
    const next = /\n[ \t]*@(?:\s*[a-z]+\s*[{(]|[a-z]+[ \t]+[^\s,{}()@]+,[ \t]*$)/gim
    next.lastIndex = Math.max(this.#at - 1, head.from + 1)
    this.#at = next.exec(this.#text)?.index ?? this.#text.length
    return undefined
  }

  /** Reports a mistake in an entry that can still be read. */
  #mend(
    head: Head,
    place: Position,
    reason: string,
    note = 'The entry is read as if this were correct.',
  ): void {
    this.problems.push({ isLost: false, reason: `${reason} in the entry \`${head.key}\``, note, place })
  }
}
