/**
 * Code cells → the nodes that a reader sees. Code is never run: a `notRun` node takes the place of its
 * output, with the caption and the id of the output.
 *
 *     ```{r fig2, echo=FALSE, fig.cap="A plot"}
 *     plot(x)                                      →  figure #fig:fig2: notRun, caption
 *     ```
 *     ```{r photo, fig.cap="A photo"}
 *     knitr::include_graphics("a.jpg")             →  code, figure #fig:photo: panel a.jpg, caption
 *     ```
 */
import type { Code, Nodes } from 'mdast'
import type { CaptionedTable, Figure } from '../../../model/mdast.ts'
import type { CellHeader } from '../../source/cell-options.ts'
import { attributesOf } from '../tree/attributes.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition } from '../tree/position.ts'
import { includedGraphics, kableCaption, printsNothing } from './cell-code.ts'
import { type Cell, type CellContext, captionsOf, cellFigures, cellTable, notRun } from './cell-figures.ts'
import { isDrawingLanguage } from './cell-languages.ts'

export function codeCells(branch: Branch, context: CellContext): void {
  if (!branch.children.some(child => child.type === 'code' && context.headers.has(child))) return
  branch.children = branch.children.flatMap((child): Nodes[] => {
    const header = child.type === 'code' ? context.headers.get(child) : undefined
    return child.type === 'code' && header ? cellNodes(child, header, context) : [child]
  })
}

/** The code of a cell, if it is shown, and the outputs of the cell. */
function cellNodes(code: Code, header: CellHeader, context: CellContext): Nodes[] {
  const { language, label } = header
  const options = { ...context.defaults, ...header.options }
  if (language === 'comment' || options.include === false) return []
  const value = code.value.split('\n').slice(header.optionLines).join('\n')
  const name = context.names.get(code) ?? ''
  const cell: Cell = { code, language, label, name, options, value, context }
  const isRun = options.eval !== false
  const isShown = options.echo !== false && value.trim() !== ''
  const outputs = isRun ? outputsOf(cell, isShown) : []
  const isHidden = options.output === false || options.results === 'hide' || options['fig-show'] === 'hide'
  const isSilent = !isRun || isHidden || printsNothing(value)
  const isLost = outputs.length === 0 && !isSilent
  if (!isShown) return isLost ? [notRun(cell)] : outputs
  // A drawing takes the place of the code that describes it.
  if (isDrawingLanguage(language) && outputs.length > 0) return outputs
  return [shownCode(cell, isLost), ...outputs]
}

/** The code as a block. `isLost`: whether the cell has an output that the article does not contain. */
function shownCode({ code, language, options, value }: Cell, isLost: boolean): Code {
  const caption = options['lst-cap']
  const id = options['lst-label']
  const attributes = attributesOf(
    typeof id === 'string' ? id : undefined,
    [],
    typeof caption === 'string' ? { caption } : {},
  )
  const isListing = attributes.id !== undefined || caption !== undefined
  const data = { ...(isLost && { isCell: true }), ...(isListing && { attributes }) }
  return {
    type: 'code',
    lang: language,
    meta: null,
    value: value.replace(/^\n+|\s+$/g, ''),
    ...(Object.keys(data).length > 0 && { data }),
    ...atPosition(code.position),
  }
}

/** The figures or the table that the options and the code of a cell announce. */
function outputsOf(cell: Cell, isShown: boolean): (Figure | CaptionedTable)[] {
  const { label = '', options, value } = cell
  if (options['fig-show'] === 'hide' || options.output === false) return []
  const pictures = includedGraphics(value)
  const figureCaptions = captionsOf(options['fig-cap'])
  if (figureCaptions.length > 0 || /^fig-/.test(label) || pictures.length > 0)
    return cellFigures(cell, { pictures, captions: figureCaptions, isShown })
  const caption = options['tbl-cap'] ?? kableCaption(value)
  if (caption !== undefined || /^tbl-/.test(label)) return [cellTable(cell, String(caption ?? ''))]
  return []
}
