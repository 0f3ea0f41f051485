/** `\ref`, `\autoref` and their kin → `crossReference`; `\label` → `label`. */
import type { Link } from 'mdast'
import type { CrossReference, Label } from '../../../model/mdast.ts'
import type { Call } from '../latex-grammar/call.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import type { LatexReader } from './reader.ts'

type Form = Pick<CrossReference, 'form' | 'isPage'> & { readonly isNumberAlone?: boolean }

/** Of `\cref` and `\Cref` the journal's labels know one form. */
export const referenceForms: Readonly<Record<string, Form>> = {
  Cref: {},
  autoref: {},
  cref: {},
  eqref: { form: 'equation', isNumberAlone: true },
  fullref: {},
  nameref: { form: 'name' },
  pageref: { isPage: true },
  ref: { isNumberAlone: true },
  vref: { isNumberAlone: true },
}

/** Several keys may stand in one, `\cref{fig:a,fig:b}`. */
export function crossReference(keys: PlacedText, call: Pick<Call, 'text' | 'position'>, form: Form) {
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

/** `\hyperref[fig:x]{text}` */
export function hyperref({ options, groups, position }: Call, reader: LatexReader): Link[] | undefined {
  const [id] = options
  const [text] = groups
  if (!id || !text) return undefined
  const url = `#${id.text.trim()}`
  return [{ type: 'link', url, children: reader.phrases(text) as Link['children'], position }] // links do not nest
}

export function label(
  name: PlacedText,
  { text, position }: Pick<Call, 'text' | 'position'>,
): Label[] | undefined {
  const id = name.text.trim()
  return id === '' ? undefined : [{ type: 'label', name: id, source: text.text, position }]
}
