/** `\ref`, `\autoref` and similar commands → `crossReference`; `\hyperref` → `link`; `\label` → `label`. */
import type { Link } from 'mdast'
import type { CrossReference, Label } from '../../../model/mdast.ts'
import type { Call } from '../latex-grammar/call.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import type { LatexReader } from './reader.ts'

/** How a command prints its targets. `isNumberAlone`: without the label, such as "Fig.". */
type ReferenceForm = Pick<CrossReference, 'form' | 'isPage'> & { readonly isNumberAlone?: boolean }

/** Name of a command → its form. `\cref` and `\Cref` are printed in the same way. */
export const referenceForms: Readonly<Record<string, ReferenceForm>> = {
  Autoref: {},
  Cpageref: { isPage: true },
  Cref: {},
  Crefrange: {},
  Fref: {},
  Nameref: { form: 'name' },
  Ref: { isNumberAlone: true },
  Vref: {},
  autoref: {},
  cpageref: { isPage: true },
  cref: {},
  crefrange: {},
  eqref: { form: 'equation', isNumberAlone: true },
  fref: {},
  fullref: {},
  labelcref: { isNumberAlone: true },
  nameref: { form: 'name' },
  pageref: { isPage: true },
  ref: { isNumberAlone: true },
  subcaptionref: { isNumberAlone: true },
  subref: { isNumberAlone: true },
  vpageref: { isPage: true },
  vref: { isNumberAlone: true },
}

/** A reference to one or more keys, `\cref{fig:a,fig:b}`. Undefined if there are no keys. */
export function crossReference(keys: PlacedText, call: Pick<Call, 'text' | 'position'>, form: ReferenceForm) {
  const { isNumberAlone = false, ...rest } = form
  const items = [...keys.text.matchAll(/[^,\s][^,]*/g)].map(({ 0: key, index }) => ({
    id: key.trim(),
    panels: [],
    isLabelSuppressed: isNumberAlone,
    position: keys.positionOf(index, index + key.trimEnd().length),
  }))
  if (items.length === 0) return undefined
  const { text, position } = call
  return [{ type: 'crossReference', items, ...rest, source: text.text, position } satisfies CrossReference]
}

/** `\crefrange{fig:a}{fig:d}`: the two ends of a range. */
export function rangeReference(first: PlacedText, last: PlacedText, call: Pick<Call, 'text' | 'position'>) {
  const ends = [first, last].flatMap(end => crossReference(end, call, {}) ?? [])
  const [start] = ends
  return start && [{ ...start, items: ends.flatMap(({ items }) => items), isRange: ends.length === 2 }]
}

/** `\hyperref[fig:x]{text}` as a link to `#fig:x`. Undefined if an argument is missing. */
export function hyperref({ options, groups, position }: Call, reader: LatexReader): Link[] | undefined {
  const [id] = options
  const [text] = groups
  if (!id || !text) return undefined
  const url = `#${id.text.trim()}`
  return [{ type: 'link', url, children: reader.phrases(text) as Link['children'], position }] // links do not nest
}

/** `\label{fig:x}` as a `label`. Undefined if the name is empty. */
export function label(
  name: PlacedText,
  { text, position }: Pick<Call, 'text' | 'position'>,
): Label[] | undefined {
  const id = name.text.trim()
  return id === '' ? undefined : [{ type: 'label', name: id, source: text.text, position }]
}
