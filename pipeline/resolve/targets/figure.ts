/**
 * Figures and their panels: "Figure 1", "Figure 1a". A figure with the id of a table is numbered as a table,
 * and each kind of floats that the author defined has its own numbers.
 */
import type { PanelTarget, Target } from '../../model/article.ts'
import type { ContentPanel, Figure, Panel } from '../../model/mdast.ts'
import { elementId } from '../element-ids.ts'
import { letterOf } from './letter-of.ts'
import { NumberSeries, plainCount } from './number-series.ts'
import { tableId } from './table.ts'
import type { TargetRegister } from './target-register.ts'
import { isUnnumbered, unnumberedTarget } from './unnumbered.ts'

export class FigureTargets {
  readonly #register: TargetRegister
  /** The series by kind; those of the author's own kinds are added when they are met. */
  readonly #series: Map<string, NumberSeries>

  readonly #referred: ReadonlySet<string>

  /** `tables`: the numbers of tables. `referred`: the ids that references name. */
  constructor(register: TargetRegister, tables: NumberSeries, referred: ReadonlySet<string>) {
    this.#register = register
    this.#referred = referred
    const figures = new NumberSeries(register, register.journal.manifest.numbering.figures)
    this.#series = new Map([
      ['figure', figures],
      ['table', tables],
    ])
  }

  /** Registers a figure. A figure without a caption has a number only if the text refers to it (pandoc). */
  add(figure: Figure): void {
    const names = [figure.attributes.id ?? [], figure.data?.labels ?? []].flat()
    if (isBare(figure) && !names.some(name => this.#referred.has(elementId(name)))) {
      const [id] = names
      if (id !== undefined) this.#register.identify(figure, id, id)
      return
    }
    if (isUnnumbered(figure)) {
      this.#addUnnumbered(figure)
      return
    }
    const { attributes, floatKind } = figure
    const kind = tableId.test(attributes.id ?? '') ? 'table' : 'figure'
    const count = this.#seriesOf(floatKind?.key ?? kind).next(attributes.values.tag)
    const { number } = count
    const id = this.#register.identify(figure, attributes.id, `${floatKind?.key ?? kind}-${number}`)
    const panels = this.#letterPanels(figure, id)
    const target: Pick<Target, 'kind' | 'word' | 'isJoined'> = {
      kind,
      ...(floatKind && { word: floatKind.reference }),
      ...(floatKind?.isSpaced === false && { isJoined: true }),
    }
    this.#register.set(id, attributes.id, { ...target, ...count, ...(panels.length > 0 && { panels }) })
    this.#register.addLabels(figure, id)
    // A panel with an id of the author can also be referenced by that id: "Figure 1a".
    for (const panel of panels) {
      this.#register.set(panel.id, panel.id, { ...target, number: `${number}${panel.letter}` })
    }
  }

  #addUnnumbered(figure: Figure): void {
    const { id: authorId } = figure.attributes
    const id = this.#register.identify(figure, authorId, 'figure')
    const panels = this.#letterPanels(figure, id)
    const target = unnumberedTarget(figure)
    this.#register.set(id, authorId, { ...target, ...(panels.length > 0 && { panels }) })
    this.#register.addLabels(figure, id)
    for (const panel of panels) this.#register.set(panel.id, panel.id, { ...target, number: panel.letter })
  }

  #seriesOf(kind: string): NumberSeries {
    const series = this.#series.get(kind) ?? new NumberSeries(this.#register, plainCount)
    this.#series.set(kind, series)
    return series
  }

  /**
   * Gives the letters `a`, `b`, … to the panels of a figure that has several panels, or one panel with an id.
   */
  #letterPanels(figure: Figure, figureId: string): readonly PanelTarget[] {
    const panels = figure.children.filter(isLettered)
    if (panels.length < 2 && !panels.some(panel => panel.attributes.id !== undefined)) return []
    return panels.map((panel, index) => {
      const letter = letterOf(index)
      return { id: this.#register.identify(panel, panel.attributes.id, `${figureId}-${letter}`), letter }
    })
  }
}

/** True for a figure without words and without a number of the author. */
function isBare({ attributes, children, floatKind }: Figure): boolean {
  const hasWords = children.some(child =>
    child.type === 'contentPanel'
      ? child.children.some(({ type }) => type === 'caption') || child.attributes.id !== undefined
      : child.children.length > 0 || (child.type === 'panel' && child.attributes.id !== undefined),
  )
  return !hasWords && floatKind === undefined && attributes.values.tag === undefined
}

/**
 * True for a panel that gets a letter. Content without id and caption is printed between the panels, and has
 * no letter.
 */
function isLettered(child: Figure['children'][number]): child is Panel | ContentPanel {
  if (child.type !== 'contentPanel') return child.type === 'panel'
  return child.attributes.id !== undefined || child.children.some(({ type }) => type === 'caption')
}
