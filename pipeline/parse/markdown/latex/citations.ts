/**
 * `\cite[see][p. 3]{a,b}` and other citation commands → `citation`. As in natbib and biblatex, a single
 * option is printed after the citation; of two options the first is printed before it.
 */
import type { Citation, CitationItem, Note } from '../../../model/mdast.ts'
import { ownValue } from '../../../values/record.ts'
import type { Call } from '../latex-grammar/call.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { addPieces } from '../syntax/add-pieces.ts'
import { locatedWords, wordsOf } from '../syntax/citation-words.ts'
import { latexProse } from './prose.ts'
import type { LatexReader } from './reader.ts'

type Form = Pick<Citation, 'mode' | 'form'>

const parenthetical: Form = { mode: 'parenthetical' }
/** Without the brackets around a citation. */
const bare: Form = { mode: 'parenthetical', form: 'bare' }
const narrative: Form = { mode: 'narrative' }

/**
 * Name of a citation command → form of the citation. `\Citet` and other names with a capital, for the
 * beginning of a sentence, are not listed: they have the form of the name without the capital.
 */
const forms: Readonly<Record<string, Form>> = {
  // LaTeX kernel
  cite: parenthetical,
  nocite: { mode: 'parenthetical', form: 'none' },
  // natbib
  citealp: bare,
  citealt: bare,
  citeauthor: { mode: 'narrative', form: 'author' },
  citefullauthor: { mode: 'narrative', form: 'author' },
  citep: parenthetical,
  citet: narrative,
  citeyear: { mode: 'narrative', form: 'year' },
  citeyearpar: parenthetical,
  // biblatex
  autocite: parenthetical,
  footcite: parenthetical,
  footcitetext: parenthetical,
  fullcite: parenthetical,
  footfullcite: parenthetical,
  citedate: { mode: 'narrative', form: 'year' },
  autocites: parenthetical,
  cites: parenthetical,
  footcites: parenthetical,
  footcitetexts: parenthetical,
  parencites: parenthetical,
  smartcites: parenthetical,
  supercites: parenthetical,
  textcites: narrative,
  parencite: parenthetical,
  smartcite: parenthetical,
  supercite: parenthetical,
  textcite: narrative,
  // cite
  citenum: parenthetical,
  // REVTeX
  onlinecite: parenthetical,
  // apacite
  citeA: narrative,
  citeNP: narrative,
  shortcite: parenthetical,
  shortciteA: narrative,
  shortciteNP: narrative,
  citeyearNP: { mode: 'narrative', form: 'year' },
}

/** Returns the form of the citations of a command. Undefined if the command is not a citation command. */
export function citationForm(name: string): Form | undefined {
  return (
    ownValue(forms, name) ??
    ownValue(
      forms,
      name.replace(/^[A-Z]/, first => first.toLowerCase()),
    )
  )
}

/**
 * Reads a citation command → a citation, or a note with a citation for `\footcite`. Undefined if the command
 * has no keys.
 */
export function citation(call: Call, form: Form, reader: LatexReader): (Citation | Note)[] | undefined {
  const { name, options, groups, position } = call
  const source = call.text.text
  const cites =
    name.endsWith('cites') || name === 'footcitetexts' ? severalCites(call) : [{ options, keys: groups[0] }]
  const read = cites.map(cite => itemsOf(cite, name, reader))
  const items = read.flatMap(cite => cite.items)
  if (items.length === 0) return undefined
  const node: Citation = { type: 'citation', ...form, items, source, position }
  if (form === narrative && items.length > 1) node.isEachNamed = true
  addPieces(
    node,
    read.flatMap(cite => cite.pieces),
  )
  if (!/^foot(?:full)?cite/i.test(name)) return [node]
  return [{ type: 'note', children: [node], position }]
}

interface Cite {
  readonly options: readonly PlacedText[]
  readonly keys: PlacedText | undefined
}

/** The parts of biblatex's `\parencites[see][1]{a}[2]{b}`: each group of keys with the options before it. */
function severalCites({ options, groups }: Call): readonly Cite[] {
  const placeOf = (text: PlacedText) => text.positionOf().start.offset ?? 0
  return groups.map((keys, index) => {
    const former = groups[index - 1]
    const from = former ? placeOf(former) : -1
    return {
      keys,
      options: options.filter(option => placeOf(option) > from && placeOf(option) < placeOf(keys)),
    }
  })
}

function itemsOf({ options, keys }: Cite, name: string, reader: LatexReader) {
  const keyMatches = keys ? [...keys.text.matchAll(/[^,\s]+/g)] : []
  const [before, after] = options.length > 1 ? options : [undefined, options[0]]
  const words = (option: PlacedText | undefined) => (option ? reader.phrases(latexProse(option)) : [])
  const prefix = wordsOf(words(before))
  const { pieces, ...located } = locatedWords(words(after))
  const items = keyMatches.map(({ 0: key, index }, itemIndex): CitationItem => {
    const hasPrefix = itemIndex === 0 && prefix.text.trim() !== ''
    return {
      key,
      ...(hasPrefix && { prefix: prefix.text.trim() }),
      ...(itemIndex === keyMatches.length - 1 && located),
      isAuthorSuppressed: name === 'citeyearpar',
      ...(keys && { position: keys.positionOf(index, index + key.length) }),
    }
  })
  return { items, pieces: [...prefix.pieces, ...pieces] }
}
