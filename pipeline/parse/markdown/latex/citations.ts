/**
 * `\cite[see][p. 3]{a,b}` and its kin of natbib and biblatex → `citation`. As there, one option stands after
 * the keys, of two the first before them.
 */
import type { Citation, CitationItem, Note } from '../../../model/mdast.ts'
import type { Call } from '../latex-grammar/call.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { addPieces } from '../syntax/add-pieces.ts'
import { locatedWords, wordsOf } from '../syntax/citation-words.ts'
import { latexProse } from './prose.ts'
import type { LatexReader } from './reader.ts'

type Form = Pick<Citation, 'mode' | 'form'>

const parenthetical: Form = { mode: 'parenthetical' }
const narrative: Form = { mode: 'narrative' }

/** A name begins with a capital at the head of a sentence; the styles see to that themselves. */
const forms: Readonly<Record<string, Form>> = {
  autocite: parenthetical,
  cite: parenthetical,
  citealp: parenthetical,
  citealt: parenthetical,
  citenum: parenthetical,
  citep: parenthetical,
  citeyearpar: parenthetical,
  footcite: parenthetical,
  footcitetext: parenthetical,
  fullcite: parenthetical,
  onlinecite: parenthetical,
  parencite: parenthetical,
  shortcite: parenthetical,
  smartcite: parenthetical,
  supercite: parenthetical,
  citeA: narrative,
  citeNP: narrative,
  citet: narrative,
  textcite: narrative,
  citeauthor: { mode: 'narrative', form: 'author' },
  citeyear: { mode: 'narrative', form: 'year' },
  nocite: { mode: 'parenthetical', form: 'none' },
}

/** Undefined for a command that cites nothing. */
export function citationForm(name: string): Form | undefined {
  return forms[name] ?? forms[name.replace(/^[A-Z]/, first => first.toLowerCase())]
}

export function citation(call: Call, form: Form, reader: LatexReader): (Citation | Note)[] | undefined {
  const { name, options, position } = call
  const [keys] = call.groups
  const found = keys ? [...keys.text.matchAll(/[^,\s]+/g)] : []
  if (!keys || found.length === 0) return undefined
  const [before, after] = options.length > 1 ? options : [undefined, options[0]]
  const words = (option: PlacedText | undefined) => (option ? reader.phrases(latexProse(option)) : [])
  const prefix = wordsOf(words(before))
  const { pieces, ...located } = locatedWords(words(after))
  const items = found.map(({ 0: key, index }, at): CitationItem => {
    const isFirst = at === 0 && prefix.text.trim() !== ''
    return {
      key,
      ...(isFirst && { prefix: prefix.text.trim() }),
      ...(at === found.length - 1 && located),
      isAuthorSuppressed: name === 'citeyearpar',
      position: keys.positionOf(index, index + key.length),
    }
  })
  const source = call.text.text
  const node: Citation = { type: 'citation', ...form, items, source, position }
  if (form === narrative && items.length > 1) node.isEachNamed = true
  addPieces(node, [...prefix.pieces, ...pieces])
  if (!name.toLowerCase().startsWith('footcite')) return [node]
  return [{ type: 'note', children: [node], position }]
}
