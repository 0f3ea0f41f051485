/**
 * Numbers of sections: `1`, `1.1`, `2`; from the first heading of class `appendix` on: `A`, `A.1`, `B`. Level
 * 1 is the highest level among the numbered sections. In the appendices, level 1 is the level of their first
 * heading.
 */
import type { Heading } from 'mdast'
import type { Journal } from '../../journal/index.ts'
import type { Target } from '../../model/article.ts'
import type { Div } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import { letterOf } from './letter-of.ts'

type SectionNumber = Required<Pick<Target, 'kind' | 'number' | 'label'>>

export class SectionCounter {
  readonly #style: Journal['manifest']['headings']
  readonly #counts: number[] = []
  #top: number
  #kind: 'section' | 'appendix' = 'section'

  constructor(body: Div, style: Journal['manifest']['headings']) {
    const headings = body.children.filter(node => node.type === 'heading')
    const appendix = headings.findIndex(node => hasClass(node, 'appendix'))
    const sections = appendix < 0 ? headings : headings.slice(0, appendix)
    const counted = sections.filter(node => !hasClass(node, 'unnumbered'))
    this.#top = Math.min(...(counted.length > 0 ? counted : headings).map(node => node.depth))
    this.#style = style
  }

  /**
   * Number and label of the next heading. Call it once for each heading, in order. A journal that does not
   * number its sections still gives letters to its appendices.
   */
  next(heading: Heading): SectionNumber {
    const classes = heading.data?.attributes?.classes ?? []
    if (classes.includes('appendix') && this.#kind === 'section') {
      this.#kind = 'appendix'
      this.#top = heading.depth
      this.#counts.length = 0
    }
    const kind = this.#kind
    const level = Math.max(0, heading.depth - this.#top)
    const isLettered = kind === 'appendix' && level === 0
    const isCounted = isLettered || this.#style.numbering === 'decimal'
    if (!isCounted || classes.includes('unnumbered')) return { kind, number: '', label: '' }
    const number = this.#count(level)
    return { kind, number, label: isLettered ? fillPattern(this.#style.appendix, { number }) : number }
  }

  #count(level: number): string {
    const counts = this.#counts
    counts.length = level + 1
    for (let i = 0; i <= level; i++) counts[i] ??= i < level ? 1 : 0
    counts[level] = (counts[level] ?? 0) + 1
    const [first = 0, ...others] = counts
    return [this.#kind === 'appendix' ? letterOf(first - 1).toUpperCase() : first, ...others].join('.')
  }
}

function hasClass({ data }: Heading, name: string): boolean {
  return data?.attributes?.classes.includes(name) === true
}
