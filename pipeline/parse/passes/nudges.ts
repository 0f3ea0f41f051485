/**
 * Layout requests in attributes, such as `placement=top`, `width=50%` or `looseness=-1` → `Nudges` in the
 * node's data. The spellings of Quarto and LaTeX are read, too: `fig-pos="t"`, `.column-page`,
 * `width=0.5\linewidth`. An invalid value is reported and left out.
 */
import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import type { Attributes, Nudges } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { readLayout } from '../../values/layout.ts'
import { readLength, readScale } from '../../values/length.ts'

/** A node's attributes, and `refuse`, which reports an invalid value and returns undefined. */
interface Request extends Attributes {
  readonly refuse: (key: string, expected: readonly string[], kind?: string) => undefined
}

type Reader = (request: Request) => { readonly [Key in keyof Nudges]: Nudges[Key] | undefined }

/** The nudges that each type of node takes. */
const readers: Readonly<Partial<Record<Nodes['type'], Reader>>> = {
  figure: request => {
    checkLayout(request)
    return { ...floatNudges(request), ...sizeOf(request) }
  },
  contentPanel: request => {
    checkLayout(request)
    return {}
  },
  captionedTable: floatNudges,
  panel: sizeOf,
  image: sizeOf,
  paragraph: request => ({ looseness: loosenessOf(request) }),
  div: placeNudge,
  span: placeNudge,
  admonition: placeNudge,
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
const verticalAlignments = ['top', 'center', 'bottom'] as const
const loosenesses = { '-1': -1, '0': 0, '1': 1, '+1': 1 } as const

/** True for the classes of content that is wider than a column (Quarto, "Article layout"). */
export function isWideClass(name: string): boolean {
  return /^(?:full-width|fullwidth|column-(?:body-outset|page|page-inset|page-outset|screen|screen-inset|screen-inset-shaded)(?:-left|-right)?)$/.test(
    name,
  )
}

/** True for the classes of content beside the text: Quarto's and MyST's, and those of the LaTeX commands. */
export function isMarginClass(name: string): boolean {
  return /^(?:column-margin|col-margin(?:-left|-right)?|aside|margin|marginnote|sidenote)$/.test(name)
}

/** True for the types of nodes that may be in the margin. */
export function mayBeInMargin(type: Nodes['type']): boolean {
  return readers[type] === placeNudge || readers[type] === floatNudges || type === 'figure'
}

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
    const values = Object.entries(reader({ ...attributes, refuse }))
    const nudges: Nudges = Object.fromEntries(values.filter(([, value]) => value !== undefined))
    if (Object.keys(nudges).length > 0)
      node.data = { ...node.data, nudges: { ...node.data?.nudges, ...nudges } }
  })
}

function attributesOf(node: Nodes): Attributes | undefined {
  if (node.type === 'image' || node.type === 'paragraph') return node.data?.attributes
  return 'attributes' in node ? node.attributes : undefined
}

/** The place of a node's attributes: at the end of a paragraph, in the caption of a table. */
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
    ...placeNudge(request),
  }
}

function placeNudge({ classes }: Request): ReturnType<Reader> {
  return { place: classes.some(isMarginClass) ? 'margin' : undefined }
}

/** Reports an arrangement of panels that cannot be read. */
function checkLayout({ values, refuse }: Request): void {
  const { layout, 'layout-valign': alignment } = values
  if (layout !== undefined && !readLayout(layout)) refuse('layout', ['[[1,1],[1]]'], 'a list such as ')
  if (alignment !== undefined) choice('layout-valign', verticalAlignments, { values, refuse, classes: [] })
  for (const key of ['columns', 'layout-ncol', 'layout-nrow']) {
    const value = values[key]
    if (value !== undefined && !/^[1-9]\d*$/.test(value)) refuse(key, ['2'], 'a whole number such as ')
  }
}

function choice<T extends string>(
  key: string,
  choices: readonly T[],
  { values, refuse }: Request,
): T | undefined {
  const value = values[key]
  if (value === undefined) return undefined
  return choices.find(choice => choice === value) ?? refuse(key, choices)
}

/**
 * The placement that LaTeX's letters ask for (LaTeX2e, "Floats"; `H` is defined by the package float).
 * Several letters only allow several places, so they are not a wish, except that `H` always decides. `!`
 * overrides LaTeX's limits and is ignored.
 */
function letterPlacement(key: string, { values, refuse }: Request): Nudges['placement'] {
  const given = new Set((values[key] ?? '').replaceAll('!', ''))
  const allowed = letters.filter(([letter]) => given.has(letter))
  if (allowed.length < given.size) return refuse(key, ['t', 'b', 'h', 'H', 'p'])
  if (given.has('H')) return 'here'
  const [only, ...others] = allowed
  return others.length === 0 ? only?.[1] : undefined
}

function fullWidthOf({ classes, values, refuse }: Request): Nudges['span'] {
  const value = values.fullwidth
  if (value === 'true' || value === 'false') return spansOfFullWidth[value]
  if (value !== undefined) refuse('fullwidth', Object.keys(spansOfFullWidth))
  return classes.some(isWideClass) ? 'page' : undefined
}

function sizeOf(request: Request): ReturnType<Reader> {
  const { values, refuse } = request
  const heightKey = keyIn(values, ['height', 'out.height', 'out-height'])
  // A percentage of a height that nothing sets has no effect (CSS 2.2, 10.5).
  const height = heightKey === undefined ? undefined : readLength(values[heightKey] ?? '')
  const isUseful = height !== undefined && !height.endsWith('%')
  const scale = values.scale === undefined ? undefined : readScale(values.scale)
  if (heightKey !== undefined && !isUseful) refuse(heightKey, ['84mm', '400px'], 'a length such as ')
  if (values.scale !== undefined && scale === undefined) refuse('scale', ['0.5', '50%'], 'a factor such as ')
  return { width: widthOf(request), height: isUseful ? height : undefined, scale }
}

/**
 * The width: the attribute `width`, else knitr's keys for the printed width, else the width of the drawing
 * device, which is in inches.
 */
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
  const entry = Object.entries(loosenesses).find(([key]) => key === value)
  return entry ? entry[1] : refuse('looseness', ['-1', '0', '1'])
}

/** The words as an enumeration: "top, bottom or here". */
function anyOf(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse()
  return before.length === 0 ? `${last}` : `${before.reverse().join(', ')} or ${last}`
}
