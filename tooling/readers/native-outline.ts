/** The outline of a document in pandoc's native format, `[ Para [ Str "a" ] ]` (pandoc-types). */
import { withMarksInOrder, wordsIn } from './outline.ts'

/** A value of Haskell as it is printed: a constructor with its arguments, a list or tuple, a text. */
type Value = string | readonly Value[] | Constructor

interface Constructor {
  readonly name: string
  readonly values: readonly Value[]
}

const kinds: Readonly<Record<string, string>> = {
  BlockQuote: 'quotation',
  BulletList: 'list',
  Cite: 'citation',
  Code: 'code in text',
  CodeBlock: 'code',
  DefinitionList: 'definitions',
  Emph: 'emphasis',
  Header: 'heading',
  Link: 'link',
  Note: 'note',
  OrderedList: 'list',
  SmallCaps: 'small capitals',
  Strikeout: 'deleted',
  Strong: 'strong',
  Subscript: 'subscript',
  Superscript: 'superscript',
  Table: 'table',
  Underline: 'underlined',
}

/** Undefined if the text is not in the native format. */
export function outlineOfNative(text: string): readonly string[] | undefined {
  const tree = new NativeReader(text).read()
  if (tree === undefined) return undefined
  const notes: Value[] = []
  const lines = linesOf(tree, notes)
  for (let index = 0; index < notes.length; index++) lines.push(...linesOf(notes[index] ?? [], notes))
  return withMarksInOrder(lines)
}

function linesOf(tree: Value, notes: Value[]): string[] {
  const lines: string[] = []
  let pending = ''
  const flush = () => {
    lines.push(...wordsIn(pending))
    pending = ''
  }
  const walk = (value: Value): void => {
    if (typeof value === 'string') return
    if (!('name' in value)) {
      for (const inner of value) walk(inner)
      return
    }
    const { name, values } = value
    const [first, second] = values
    if (name === 'Str') {
      pending += text(first)
      return
    }
    // A comment of HTML in a word does not divide it.
    if (name === 'RawInline') return
    flush()
    const kind = kinds[name]
    if (kind !== undefined) lines.push(kind)
    switch (name) {
      case 'Cite':
        return
      case 'Note':
        notes.push(first ?? [])
        return
      case 'Math':
        lines.push(nameOf(first) === 'DisplayMath' ? 'equation' : 'formula', ...wordsIn(text(second)))
        return
      case 'Code':
      case 'CodeBlock':
        lines.push(...wordsIn(text(second)))
        return
      case 'RawBlock':
        return
      case 'Image':
        lines.push(`image ${addressOf(values)}`)
        walk(second ?? [])
        break
      case 'Figure':
        // The image has the words of the caption again.
        for (const image of imagesIn(values[2] ?? [])) lines.push(`image ${addressOf(image)}`)
        walk(second ?? [])
        break
      default:
        for (const inner of values) walk(inner)
    }
    flush()
  }
  walk(tree)
  flush()
  return lines
}

function imagesIn(value: Value): readonly (readonly Value[])[] {
  if (typeof value === 'string') return []
  if ('name' in value) return value.name === 'Image' ? [value.values] : value.values.flatMap(imagesIn)
  return value.flatMap(imagesIn)
}

function addressOf(values: readonly Value[]): string {
  const target = values[2]
  return Array.isArray(target) ? text(target[0]) : ''
}

function nameOf(value: Value | undefined): string {
  return typeof value === 'object' && 'name' in value ? value.name : ''
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}

class NativeReader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(source: string) {
    this.#tokens =
      source.match(/"(?:[^"\\]|\\[\s\S])*"|[A-Za-z][\w.']*|-?\d+(?:\.\d+)?(?:e-?\d+)?|[[\](){},=]/g) ?? []
  }

  read(): Value | undefined {
    if (this.#tokens[0] !== '[') return undefined
    const value = this.#value()
    return this.#at === this.#tokens.length ? value : undefined
  }

  /** A constructor with its arguments, or a value without any. */
  #value(): Value {
    const name = this.#tokens[this.#at] ?? ''
    if (!/^[A-Z]/.test(name)) return this.#argument()
    this.#at++
    const values: Value[] = []
    while (/^(?:["[({A-Z\d-])/.test(this.#tokens[this.#at] ?? '')) values.push(this.#argument())
    return { name, values }
  }

  #argument(): Value {
    const token = this.#tokens[this.#at++] ?? ''
    if (token === '[' || token === '(' || token === '{')
      return this.#items(token === '[' ? ']' : token === '(' ? ')' : '}')
    if (/^[A-Z]/.test(token)) return { name: token, values: [] }
    return token.startsWith('"') ? unquoted(token) : token
  }

  #items(end: string): Value {
    const items: Value[] = []
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== end) {
      const token = this.#tokens[this.#at] ?? ''
      // The keys of records, `citationId = …`.
      if (token === ',' || token === '=') this.#at++
      else items.push(this.#value())
    }
    this.#at++
    // Brackets around one value are not a tuple.
    const [only] = items
    return end === ')' && items.length === 1 && only !== undefined ? only : items
  }
}

/** The text of a string of Haskell. `\&` ends a number and stands for nothing. */
function unquoted(token: string): string {
  return token.slice(1, -1).replace(/\\(\d+|[\s\S])/g, (_, mark: string) => {
    if (/^\d/.test(mark)) return String.fromCodePoint(Number(mark))
    return escapes[mark] ?? mark
  })
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '&': '' }
