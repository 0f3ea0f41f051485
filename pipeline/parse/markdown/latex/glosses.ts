/**
 * The environments `exe` and `xlist` of the package gb4e → examples of language. Each `\ex` is an example,
 * those of an `xlist` are its parts. The lines of `\gll` (two) to `\gllll` (four) are aligned word by word.
 *
 *     \ex[*]{\label{ex:a} \gll Han kommer\\ he come.PRS\\ \glt `He comes.'}
 */
import type { PhrasingContent } from 'mdast'
import type { GlossExample, GlossLine, GlossPart, GlossWord } from '../../../model/mdast.ts'
import { readCall } from '../latex-grammar/call.ts'
import { groupEnd, topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { attributesOf } from '../tree/attributes.ts'
import { glossHead, glossLine, glossWord, partOf } from '../tree/gloss-part.ts'
import { atPosition } from '../tree/position.ts'
import { type Environment, environmentAt } from './environment.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

interface Item {
  /** False for `\sn` and `\exi`, which have no number of the series. */
  readonly isNumbered: boolean
  readonly judgement: string | undefined
  readonly content: PlacedText
  readonly source: PlacedText
}

/** The examples of an `exe`. Undefined if it begins with anything else than an example. */
export function examplesOf({ body }: Environment, reader: LatexReader): Made {
  const items = itemsOf(withoutComments(body))
  return items?.map(item => exampleOf(item, reader))
}

function itemsOf(body: PlacedText): readonly Item[] | undefined {
  const marks = topLevelMarks(body.text, /\\(?:ex|exi|sn)(?![a-zA-Z])/)
  if (marks.length === 0 || !body.slice(0, marks[0]?.index).isBlank) return undefined
  return marks.map(({ index, 0: mark }, at) => {
    const source = body.slice(index, marks[at + 1]?.index).trim()
    // `\exi` has the number of its own first.
    const call = readCall(source, 0, () => (mark === '\\exi' ? 'mo' : 'o'))
    const judgement = call?.options[0]?.text.trim()
    return {
      isNumbered: mark === '\\ex',
      judgement: judgement === '' ? undefined : judgement,
      content: unwrapped(source.slice(call?.end ?? mark.length).trim()),
      source,
    }
  })
}

/** The text inside braces that surround all of it. */
function unwrapped(text: PlacedText): PlacedText {
  return groupEnd(text.text, 0) === text.text.length && text.text.startsWith('{')
    ? text.slice(1, text.text.length - 1).trim()
    : text
}

function exampleOf(item: Item, reader: LatexReader): GlossExample {
  const { label, rest } = takeLabel(item.content)
  const at = rest.text.indexOf('\\begin{xlist')
  const list = at < 0 ? undefined : environmentAt(rest, at, () => '')
  const inner = list && itemsOf(withoutComments(list.body))
  const parts = inner?.map(part => partOfItem(part, reader)) ?? []
  const before = rest.slice(0, list ? at : undefined).trim()
  const head = before.isBlank ? [] : [glossHead([lineOf('preamble', before, reader)], before.positionOf())]
  return {
    type: 'glossExample',
    attributes: attributesOf(label),
    isNumbered: item.isNumbered,
    children: parts.length > 0 ? [...head, ...parts] : [partOfItem({ ...item, content: rest }, reader)],
    ...atPosition(item.source.positionOf()),
  }
}

function partOfItem({ content, judgement, source }: Item, reader: LatexReader): GlossPart {
  const { label, rest } = takeLabel(content)
  return partOf(linesOf(rest, reader), {
    attributes: attributesOf(label),
    judgement,
    position: source.positionOf(),
  })
}

function takeLabel(text: PlacedText): { readonly label: string | undefined; readonly rest: PlacedText } {
  // A label inside an inner environment belongs to one of its parts.
  const [match] = topLevelMarks(text.text, /\\label\{[^{}]*\}/)
  if (!match) return { label: undefined, rest: text }
  const end = match.index + match[0].length
  const rest = text.join([text.slice(0, match.index), text.slice(end)]).trim()
  return { label: match[0].slice('\\label{'.length, -1).trim(), rest }
}

/**
 * The lines of a part: those before `\gll`, the aligned ones, and the translation after `\glt` or `\trans`.
 */
function linesOf(text: PlacedText, reader: LatexReader): readonly GlossLine[] {
  const gloss = /\\g(l{2,4})(?![a-zA-Z])/.exec(text.text)
  if (!gloss) return [lineOf('text', text, reader)]
  const count = gloss[1]?.length ?? 2
  const head = text.slice(0, gloss.index).trim()
  const body = text.slice(gloss.index + gloss[0].length)
  const ends = topLevelMarks(body.text, /\\\\|\\glend(?![a-zA-Z])/).slice(0, count)
  const last = ends.at(-1)
  const rows = ends.map(({ index }, at) => {
    const before = ends[at - 1]
    return body.slice(before ? before.index + before[0].length : 0, index)
  })
  const after = body.slice(last ? last.index + last[0].length : 0)
  const translation = after.replace(/\\(?:glt|trans|glend)(?![a-zA-Z])\s*|\\\\\s*$/g, () => '').trim()
  return [
    ...(head.isBlank ? [] : [lineOf('preamble', head, reader)]),
    ...rows.map((row, at) => glossLine(at === 0 ? 'words' : 'gloss', wordsOf(row, reader))),
    ...(translation.isBlank ? [] : [lineOf('translation', translation, reader)]),
  ]
}

function lineOf(role: GlossLine['role'], text: PlacedText, reader: LatexReader): GlossLine {
  return glossLine(role, reader.phrases(latexProse(text)))
}

/** The words of a line; `{two words}` is one. */
function wordsOf(row: PlacedText, reader: LatexReader): GlossWord[] {
  const words: GlossWord[] = []
  let start = 0
  const add = (end: number) => {
    const word = unwrapped(row.slice(start, end).trim())
    const phrases: PhrasingContent[] = word.isBlank ? [] : reader.phrases(latexProse(word))
    if (phrases.length > 0) words.push(glossWord(phrases))
  }
  for (const { index, 0: space } of topLevelMarks(row.text, /\s+/)) {
    add(index)
    start = index + space.length
  }
  add(row.text.length)
  return words
}
