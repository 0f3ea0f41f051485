/**
 * Theorems, lemmas, proofs and the like → `theorem`. The kind is given by the prefix of the id (Quarto) or by
 * a class (bookdown, rticles):
 *
 *     ::: {#thm-line name="Lines"}     ::: {.theorem #line}     ::: {.theorem latex="[Lines]\label{line}"}
 *
 * The name is an attribute, or the heading at the beginning. bookdown refers to `line` as `thm:line`, so the
 * id gets the prefix, and `line` is a further name.
 */
import type { BlockContent, Nodes, PhrasingContent } from 'mdast'
import type { Attributes, Div, Theorem, TheoremKind } from '../../../model/mdast.ts'
import { attributesOf, withoutValues } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'
import { takeTitle } from './div-title.ts'

/** The prefix of each kind in ids. */
const prefixes: Readonly<Partial<Record<TheoremKind, string>>> = {
  theorem: 'thm',
  lemma: 'lem',
  corollary: 'cor',
  proposition: 'prp',
  conjecture: 'cnj',
  definition: 'def',
  example: 'exm',
  exercise: 'exr',
  remark: 'rem',
  solution: 'sol',
  algorithm: 'alg',
  axiom: 'axm',
  proof: 'prf',
}
const kinds = Object.entries(prefixes)

/** Other short names of kinds as classes (amsthm's customs): `::: lem`. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['prop', 'proposition'],
  ['conj', 'conjecture'],
  ['defn', 'definition'],
  ['defi', 'definition'],
  ['exmp', 'example'],
  ['pf', 'proof'],
])

export function theorems(branch: Branch, phrases: (text: string) => PhrasingContent[]): void {
  branch.children = branch.children.map((child): Nodes => {
    const kind = child.type === 'div' ? theoremKind(child.attributes) : undefined
    return child.type === 'div' && kind ? theoremOf(child, kind, phrases) : child
  })
}

/** The kind of theorem that the attributes of a div name; undefined if they name none. */
export function theoremKind({ id = '', classes }: Attributes): TheoremKind | undefined {
  const prefix = /^([a-z]+)[-:]./.exec(id)?.[1]
  const names = classes.map(name => name.toLowerCase())
  const entry =
    kinds.find(([kind]) => names.includes(kind)) ??
    kinds.find(([, kindPrefix]) => kindPrefix === prefix) ??
    kinds.find(([kind, short]) => names.some(name => name === short || aliases.get(name) === kind))
  // The cast is safe: `Object.entries` has lost the type of the keys.
  return entry?.[0] as TheoremKind | undefined
}

/**
 * A div → a theorem. Proofs and theorems of the class `unnumbered` have no number; remarks and solutions have
 * one if they have an id.
 */
export function theoremOf(
  div: Div,
  kind: TheoremKind,
  phrases: (text: string) => PhrasingContent[],
): Theorem {
  const { name, label } = latexArgument(div.attributes.values.latex)
  if (name !== undefined) div.attributes = { ...div.attributes, values: { ...div.attributes.values, name } }
  const caption = takeTitle(div, ['name', 'title'], phrases)
  const id = label ?? withPrefix(div.attributes.id, kind)
  const bareId = label === undefined && id !== div.attributes.id ? div.attributes.id : undefined
  const classes = div.attributes.classes.filter(className => {
    const name = className.toLowerCase()
    return name !== kind && name !== prefixes[kind] && aliases.get(name) !== kind
  })
  const isPlain = kind === 'proof' || ((kind === 'remark' || kind === 'solution') && id === undefined)
  const attributes = withoutValues(attributesOf(id, classes, div.attributes.values), [
    'name',
    'title',
    'latex',
  ])
  return {
    type: 'theorem',
    kind,
    isNumbered: !isPlain && !classes.includes('unnumbered'),
    attributes,
    ...(bareId !== undefined && { data: { labels: [bareId] } }),
    // The cast is safe: the children of a div are blocks, which its type does not say.
    children: [...(caption ? [caption] : []), ...(div.children as BlockContent[])],
    ...atPosition(div.position),
  }
}

/** `line` → `thm:line`; an id with the prefix of its kind stays as it is. */
function withPrefix(id: string | undefined, kind: TheoremKind): string | undefined {
  const prefix = prefixes[kind]
  if (id === undefined || prefix === undefined || new RegExp(`^${prefix}[-:]`).test(id)) return id
  return `${prefix}:${id}`
}

/** The name and label in rticles' attribute `latex="[Name]\label{id}"`, the argument of the environment. */
function latexArgument(text: string | undefined): { readonly name?: string; readonly label?: string } {
  const name = /^\[([^\]]*)\]/.exec(text ?? '')?.[1]
  const label = /\\label\{([^{}]+)\}/.exec(text ?? '')?.[1]
  return { ...(name !== undefined && { name }), ...(label !== undefined && { label }) }
}
