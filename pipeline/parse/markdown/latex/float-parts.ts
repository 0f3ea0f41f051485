/**
 * The body of a LaTeX float, such as `figure` → its images, tables, captions and labels, also those inside
 * boxes, and the text between them. The callers make nodes of them.
 */
import type { Table } from 'mdast'
import type { Position } from 'unist'
import type { Caption, Panel } from '../../../model/mdast.ts'
import { ownValue } from '../../../values/record.ts'
import { type Call, readCall } from '../latex-grammar/call.ts'
import { dropped } from '../latex-grammar/dropped.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { signatureOf } from '../latex-grammar/signatures.ts'
import { latexCode } from '../latex-grammar/verbatim.ts'
import { attributesOf } from '../tree/attributes.ts'
import { atPosition, positionOf } from '../tree/position.ts'
import { type Environment, environmentAt } from './environment.ts'
import { latexProse, withoutComments } from './prose.ts'
import type { LatexReader } from './reader.ts'
import { tabular } from './tabular.ts'

/** The contents of a float, by kind. */
export interface FloatParts {
  readonly panels: Panel[]
  readonly tables: Table[]
  readonly captions: PlacedText[]
  readonly labels: string[]
  /** The text between the other parts; it can be blank. */
  readonly rest: PlacedText[]
}

/** Environment that contains a table → its signature (`latex-grammar/signatures.ts`). */
export const tabularSignatures: Readonly<Record<string, string>> = {
  array: 'om',
  longtable: 'om',
  supertabular: 'om',
  tabu: 'om',
  tabular: 'om',
  'tabular*': 'mom',
  tabularx: 'mom',
  tabulary: 'mom',
}

/** Environment that only arranges its content → its signature. */
const boxSignatures: Readonly<Record<string, string>> = {
  adjustbox: 'm',
  adjustwidth: 'mm',
  center: '',
  flushleft: '',
  landscape: '',
  minipage: 'ooom',
  threeparttable: 'o',
  tablenotes: 'o',
}

/** Every environment that is read inside a float → its signature. */
const environmentSignatures: Readonly<Record<string, string>> = {
  ...tabularSignatures,
  ...boxSignatures,
  subfigure: 'om',
  subtable: 'om',
}

/** Command whose last argument can contain parts of the float → its signature. */
const boxCommandSignatures: Readonly<Record<string, string>> = {
  resizebox: 'mmm',
  scalebox: 'mom',
  subfloat: 'oom',
  subfigure: 'oom',
  subcaptionbox: 'mom',
  makebox: 'oom',
  fbox: 'm',
  centerline: 'm',
  raisebox: 'mm',
}

const code = new RegExp(latexCode, 'uy')
const captionOrCode = new RegExp(
  String.raw`${latexCode}|(?<command>\\(?:caption|label)(?![a-zA-Z])\*?)`,
  'gu',
)

/** The greatest depth of nested boxes that are opened. The source of deeper boxes stays in `rest`. */
const nestingLimit = 16

/**
 * Adds the captions and labels of `body` to `parts`. Returns the body without them, and without the row end
 * `\\` behind each: in `longtable` the caption is a row.
 */
export function takeCaption(body: PlacedText, parts: FloatParts): PlacedText {
  const remaining: PlacedText[] = []
  let end = 0
  for (const match of body.text.matchAll(captionOrCode)) {
    const isCode = match.groups?.command === undefined
    const call = isCode || match.index < end ? undefined : readCall(body, match.index, signatureOf)
    const [argument] = call?.groups ?? []
    if (!call || !argument) continue
    if (call.name === 'caption') parts.captions.push(argument)
    else parts.labels.push(argument.text.trim())
    remaining.push(body.slice(end, match.index))
    end = call.end
    end += /^\s*\\\\(?:\[[^\]]*\])?/.exec(body.text.slice(end))?.[0].length ?? 0
  }
  return body.join([...remaining, body.slice(end)])
}

/** The parts of a float with this body. */
export function floatPartsOf(body: PlacedText, reader: LatexReader): FloatParts {
  const parts: FloatParts = { panels: [], tables: [], captions: [], labels: [], rest: [] }
  collectParts(withoutComments(body), parts, reader, 0)
  return parts
}

/** Adds the parts of `source` to `parts`. `depth`: the number of boxes around the source. */
function collectParts(source: PlacedText, parts: FloatParts, reader: LatexReader, depth: number): void {
  if (depth > nestingLimit) return void parts.rest.push(source)
  let start = 0
  let index = 0
  while (index < source.text.length) {
    if (source.text.charAt(index) !== '\\') {
      index++
      continue
    }
    code.lastIndex = index
    const [verbatim] = code.exec(source.text) ?? []
    if (verbatim !== undefined) {
      index += verbatim.length
      continue
    }
    const environment = environmentAt(source, index, name => ownValue(environmentSignatures, name) ?? '')
    const end = environment ? index + environment.whole.text.length : undefined
    if (environment && end !== undefined && takeEnvironment(environment, parts, reader, depth)) {
      parts.rest.push(source.slice(start, index))
      index = start = end
      continue
    }
    const call = readCall(source, index, name => ownValue(boxCommandSignatures, name) ?? signatureOf(name))
    if (call && takeCommand(call, parts, reader, depth)) {
      parts.rest.push(source.slice(start, index))
      index = start = call.end
    } else index = Math.max(index + 1, call?.end ?? 0)
  }
  parts.rest.push(source.slice(start))
}

/**
 * Adds what the command contains to `parts`; a command that only changes the look adds nothing. Returns false
 * if the command belongs to the text between the parts.
 */
function takeCommand(
  { name, options, groups, position }: Call,
  parts: FloatParts,
  reader: LatexReader,
  depth: number,
): boolean {
  const content = groups.at(-1)
  if (name === '\\' || Object.hasOwn(dropped, name) || name === 'hspace' || name === 'quad') return true
  if (!content) return false
  if (name === 'caption' || name === 'captionof') parts.captions.push(content)
  else if (name === 'label') parts.labels.push(content.text.trim())
  else if (name === 'includegraphics') {
    const width = widthOf(options[0]?.text ?? '')
    parts.panels.push({
      type: 'panel',
      url: content.text.trim(),
      alt: undefined,
      attributes: attributesOf(undefined, [], width === undefined ? {} : { width }),
      children: [],
      position,
    })
  } else if (name === 'subfloat' || name === 'subfigure') {
    addPanels(floatPartsOf(content, reader), options.at(-1), parts, { reader, position })
  } else if (Object.hasOwn(boxCommandSignatures, name)) collectParts(content, parts, reader, depth + 1)
  else return false
  return true
}

/**
 * Adds what the environment contains to `parts`. Returns false if the environment is not in the lists above.
 */
function takeEnvironment(
  environment: Environment,
  parts: FloatParts,
  reader: LatexReader,
  depth: number,
): boolean {
  const { name, groups, body, whole } = environment
  if (name === 'tablenotes') {
    const notes = body.replace(/\\item\s*(?:\[([^\]]*)\])?\s*/g, ([, mark = '']) =>
      mark === '' ? '\n\n' : `\n\n\\textsuperscript{${mark}}\u00A0`,
    )
    parts.rest.push(notes)
  } else if (Object.hasOwn(tabularSignatures, name)) {
    parts.tables.push(tabular(groups.at(-1)?.text ?? '', body, reader, whole))
  } else if (name === 'subfigure')
    addPanels(floatPartsOf(body, reader), undefined, parts, { reader, position: whole.positionOf() })
  else if (name === 'subtable' || Object.hasOwn(boxSignatures, name))
    collectParts(body, parts, reader, depth + 1)
  else return false
  return true
}

/**
 * Adds the images of a subfigure to `parts` as panels. The first panel gets the caption and the first label
 * of the subfigure; `option` is the caption in brackets of `\subfloat`, which comes before other captions.
 */
function addPanels(
  inner: FloatParts,
  option: PlacedText | undefined,
  parts: FloatParts,
  { reader, position }: { readonly reader: LatexReader; readonly position: Position },
): void {
  const caption = captionOf([...(option ? [option] : []), ...inner.captions], reader)
  for (const [index, panel] of inner.panels.entries()) {
    const id = index === 0 ? inner.labels[0] : undefined
    const children = index === 0 && caption ? caption.children : []
    const attributes = attributesOf(id, [], panel.attributes.values)
    parts.panels.push({ ...panel, attributes, children, position })
  }
  parts.rest.push(...inner.rest)
}

/** The captions of a float as one caption, a space between them; undefined if they are empty. */
export function captionOf(sources: readonly PlacedText[], reader: LatexReader): Caption | undefined {
  const children = sources.flatMap((source, index) => [
    ...(index > 0 ? [{ type: 'text', value: ' ', position: source.positionOf(0, 0) } as const] : []),
    ...reader.phrases(latexProse(source.trim())),
  ])
  if (children.length === 0) return undefined
  return { type: 'caption', children, ...atPosition(positionOf(children)) }
}

/**
 * The width in the options of `\includegraphics`: `width=0.5\textwidth` → `50%`, `width=8cm` → `8cm`.
 * Undefined if the options give no width, or a share of the text that is more than 100%.
 */
function widthOf(options: string): string | undefined {
  const [, factor = '', unit = ''] =
    /(?:^|,)\s*width\s*=\s*([\d.]*)\s*(\\(?:text|line|column|paper|h)(?:width|size)|cm|mm|in|pt|em)/.exec(
      options,
    ) ?? []
  if (unit === '') return undefined
  if (!unit.startsWith('\\')) return factor === '' ? undefined : `${factor}${unit}`
  const share = factor === '' ? 1 : Number(factor)
  return share > 0 && share <= 1 ? `${Math.round(share * 1000) / 10}%` : undefined
}
