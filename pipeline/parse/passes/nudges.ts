/**
 * What attributes ask of the page maker, `placement=top`, `width=50%`, `looseness=-1` → `Nudges` in the data
 * of their node. The spellings of Quarto and LaTeX are read as well, `fig-pos="t"`, `.column-page`,
 * `width=0.5\linewidth`. A value that is none is reported and left out.
 */
import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { Attributes, Nudges } from '../../model/mdast.ts'
import { readLength, readScale } from '../../values/length.ts'

/** The attributes of one node, and what to do with a value that is none: it is told, and undefined. */
interface Request extends Attributes {
  readonly refuse: (key: string, expected: readonly string[], kind?: string) => undefined
}

type Reader = (request: Request) => { readonly [Key in keyof Nudges]: Nudges[Key] | undefined }

/** The nodes that can be nudged. */
const readers: Readonly<Partial<Record<Nodes['type'], Reader>>> = {
  figure: request => ({ ...floatNudges(request), ...sizeOf(request) }),
  captionedTable: floatNudges,
  panel: sizeOf,
  image: sizeOf,
  paragraph: request => ({ looseness: loosenessOf(request) }),
}

const placements = ['top', 'bottom', 'here', 'page'] as const
const letters = [
  ['t', 'top'],
  ['b', 'bottom'],
  ['h', 'here'],
  ['H', 'here'],
  ['p', 'page'],
] as const
const spans = ['column', 'page'] as const
const spansOfFullWidth = { true: 'page', false: 'column' } as const
const orientations = ['landscape'] as const
const loosenesses = { '-1': -1, '0': 0, '1': 1, '+1': 1 } as const

export function readNudges(tree: Root, file: VFile): void {
  visit(tree, node => {
    const reader = readers[node.type]
    const attributes = attributesOf(node)
    if (!reader || !attributes) return
    const refuse: Request['refuse'] = (key, expected, kind = '') => {
      report(file, 'nudge-invalid', {
        reason: `Unexpected value \`${attributes.values[key]}\` of \`${key}\`, expected ${kind}${anyOf(expected)}`,
        place: placeOf(node),
        expected,
        note: 'The page is made without it.',
      })
      return undefined
    }
    const read = Object.entries(reader({ ...attributes, refuse }))
    const nudges: Nudges = Object.fromEntries(read.filter(([, value]) => value !== undefined))
    if (Object.keys(nudges).length > 0) node.data = { ...node.data, nudges }
  })
}

function attributesOf(node: Nodes): Attributes | undefined {
  if (node.type === 'image' || node.type === 'paragraph') return node.data?.attributes
  return 'attributes' in node ? node.attributes : undefined
}

/** A paragraph's list is its end, a table's that of its caption. */
function placeOf(node: Nodes): Nodes | Point | undefined {
  if (node.type === 'paragraph') return node.position?.end
  return node.type === 'captionedTable' ? node.children[0] : node
}

function floatNudges(request: Request): ReturnType<Reader> {
  return {
    placement:
      choice('placement', placements, request) ??
      letterPlacement('fig-pos', request) ??
      letterPlacement('pos', request),
    span: choice('span', spans, request) ?? fullWidthOf(request),
    orientation: choice('orientation', orientations, request),
    width: widthOf(request),
  }
}

function choice<T extends string>(
  key: string,
  choices: readonly T[],
  { values, refuse }: Request,
): T | undefined {
  const value = values[key]
  if (value === undefined) return undefined
  return choices.find(one => one === value) ?? refuse(key, choices)
}

/**
 * LaTeX's letters (LaTeX2e, "Floats"; `H` is of the package float). Several allow several places, which is
 * no choice between them, but `H` decides alone; `!` speaks of LaTeX's own limits.
 */
function letterPlacement(key: string, { values, refuse }: Request): Nudges['placement'] {
  const said = new Set((values[key] ?? '').replaceAll('!', ''))
  const known = letters.filter(([letter]) => said.has(letter))
  if (known.length < said.size) return refuse(key, ['t', 'b', 'h', 'H', 'p'])
  if (said.has('H')) return 'here'
  const [only, ...others] = known
  return others.length === 0 ? only?.[1] : undefined
}

function fullWidthOf({ classes, values, refuse }: Request): Nudges['span'] {
  const said = values.fullwidth
  if (said === 'true' || said === 'false') return spansOfFullWidth[said]
  if (said !== undefined) refuse('fullwidth', Object.keys(spansOfFullWidth))
  return classes.includes('full-width') || classes.includes('column-page') ? 'page' : undefined
}

function sizeOf(request: Request): { readonly [Key in keyof Nudges]: Nudges[Key] | undefined } {
  const { values, refuse } = request
  const height = keyIn(values, ['height', 'out.height', 'out-height'])
  // A percentage of a height that nothing sets is none (CSS 2.2, 10.5).
  const said = height === undefined ? undefined : readLength(values[height] ?? '')
  const isUseful = said !== undefined && !said.endsWith('%')
  const scale = values.scale === undefined ? undefined : readScale(values.scale)
  if (height !== undefined && !isUseful) refuse(height, ['84mm', '400px'], 'a length such as ')
  if (values.scale !== undefined && scale === undefined) refuse('scale', ['0.5', '50%'], 'a factor such as ')
  return { width: widthOf(request), height: isUseful ? said : undefined, scale }
}

/** The figure's own word, then knitr's, then that of the device that drew it, which counts inches. */
function widthOf({ values, refuse }: Request): string | undefined {
  const key = keyIn(values, ['width', 'out.width', 'out-width', 'fig-width', 'fig.width'])
  if (key === undefined) return undefined
  const length = readLength(values[key] ?? '', key.startsWith('fig') ? 'in' : 'px')
  return length ?? refuse(key, ['50%', '84mm', '400px'], 'a length such as ')
}

function keyIn(values: Attributes['values'], keys: readonly string[]): string | undefined {
  return keys.find(key => values[key] !== undefined)
}

function loosenessOf({ values, refuse }: Request): Nudges['looseness'] {
  const value = values.looseness
  if (value === undefined) return undefined
  const known = Object.entries(loosenesses).find(([key]) => key === value)
  return known ? known[1] : refuse('looseness', ['-1', '0', '1'])
}

/** "top, bottom or here" */
function anyOf(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse()
  return before.length === 0 ? `${last}` : `${before.reverse().join(', ')} or ${last}`
}
