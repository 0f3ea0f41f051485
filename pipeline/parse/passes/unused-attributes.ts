/**
 * Reports attributes that have no effect: wishes for the look of boxes and figures (Quarto, "Callout Blocks",
 * "Figures"), and numbers of the author's own (pandoc-crossref, "Overriding numbers").
 */
import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { Attributes } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'

interface Unused {
  readonly name: string
  readonly node: Nodes
}

/** Attribute → the values that ask for nothing else than what every journal does. */
const looks: Readonly<Record<string, readonly string[]>> = {
  appearance: ['default'],
  collapse: ['false'],
  icon: ['true'],
  'fig-align': ['default', 'center'],
  'layout-align': ['default', 'center'],
}

const boxes: ReadonlySet<string> = new Set(['admonition', 'figure', 'contentPanel', 'captionedTable'])
const numbered: ReadonlySet<string> = new Set(['heading', 'figure', 'captionedTable', 'equation', 'listing'])

/** Reports each of the two kinds once, at the first. */
export function reportUnusedAttributes(tree: Root, file: VFile): void {
  const wishes: Unused[] = []
  const numbers: Unused[] = []
  visit(tree, node => {
    const values = attributesOf(node)?.values ?? {}
    if (boxes.has(node.type)) {
      const keys = Object.keys(looks).filter(key => asksFor(key, values[key]))
      wishes.push(...keys.map(name => ({ name, node })))
    }
    if (!numbered.has(node.type)) return
    const keys = ['label', 'number'].filter(key => values[key] !== undefined)
    numbers.push(...keys.map(name => ({ name: `${name}=${values[name]}`, node })))
  })
  reportFirst(wishes, names => {
    report(file, 'journal-decides', {
      reason: `Unused ${names}: the journal decides about its boxes and figures`,
      place: wishes[0]?.node,
      note: 'Remove the attributes, or set this in the journal: `print.css` in its folder.',
    })
  })
  reportFirst(numbers, names => {
    report(file, 'number-asked', {
      reason: `Unused ${names}: Offprint numbers figures, tables and sections itself`,
      place: numbers[0]?.node,
      note: 'For a figure, table or equation, write `tag="S1"`.',
    })
  })
}

function asksFor(key: string, value: string | undefined): boolean {
  return value !== undefined && !looks[key]?.includes(value)
}

function attributesOf(node: Nodes): Attributes | undefined {
  if (node.type === 'heading' || node.type === 'equation') return node.data?.attributes
  return 'attributes' in node ? node.attributes : undefined
}

/** Calls `tell` with the names of the attributes, unless there are none. */
function reportFirst(unused: readonly Unused[], tell: (names: string) => void): void {
  const names = [...new Set(unused.map(({ name }) => `\`${name}\``))]
  if (names.length > 0) tell(names.join(', '))
}
