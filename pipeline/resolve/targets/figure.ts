/** Figures and their panels: "Figure 1", "Figure 1a". */
import type { PanelTarget } from '../../model/article.ts'
import type { ContentPanel, Figure, Panel } from '../../model/mdast.ts'
import { Counter } from './counter.ts'
import { letterOf } from './letter-of.ts'
import type { TargetRegister } from './target-register.ts'

export class FigureTargets {
  readonly #register: TargetRegister
  readonly #counter = new Counter()

  constructor(register: TargetRegister) {
    this.#register = register
  }

  add(figure: Figure): void {
    const { attributes } = figure
    const number = this.#counter.next(attributes.values.tag)
    const id = this.#register.identify(figure, attributes.id, `figure-${number}`)
    const panels = this.#letterPanels(figure, id)
    this.#register.set(id, attributes.id, {
      kind: 'figure',
      number,
      ...(panels.length > 0 && { panels }),
    })
    this.#register.addLabels(figure, id)
    // A panel with an id of the author can also be referenced by that id: "Figure 1a".
    for (const panel of panels) {
      this.#register.set(panel.id, panel.id, { kind: 'figure', number: `${number}${panel.letter}` })
    }
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

/**
 * True for a panel that gets a letter. Content without id and caption is printed between the panels, and has
 * no letter.
 */
function isLettered(child: Figure['children'][number]): child is Panel | ContentPanel {
  if (child.type !== 'contentPanel') return child.type === 'panel'
  return child.attributes.id !== undefined || child.children.some(({ type }) => type === 'caption')
}
