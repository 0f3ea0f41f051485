/**
 * The numbers of figures, or of other targets of one kind, in the form that the journal asks for: 1, 2, 3; I,
 * II, III; 2.1, 2.2, 3.1; A1 in an appendix; S1 in a supplement.
 */
import type { CountStyle } from '../../journal/numbering.ts'
import { fillPattern } from '../../values/pattern.ts'
import { printedCount } from '../../values/printed-count.ts'
import type { SectionPlace } from './section-counter.ts'
import { unbroken } from './unbroken.ts'

/** What is said about the place of a target in the article, and about the numbers in a supplement. */
export interface SeriesContext {
  readonly sectionPlace: SectionPlace
  readonly supplement: string
}

export interface SeriesNumber {
  readonly number: string
  /** The number that comes after this one, if it cannot be read from the digits at the end. */
  readonly follower?: string
}

/** The style of numbers that the author defines: 1, 2, 3 through the whole article. */
export const plainCount: CountStyle = { format: 'decimal', within: 'article' }

const levels: Readonly<Record<CountStyle['within'], number>> = { article: 0, section: 1, subsection: 2 }

export class NumberSeries {
  readonly #context: SeriesContext
  readonly #style: CountStyle
  /** The last count of each part of the article in which counting begins anew. */
  readonly #counts = new Map<string, number>()
  #current = ''

  /** `context` is read for each number, as the section changes. */
  constructor(context: SeriesContext, style: CountStyle) {
    this.#context = context
    this.#style = style
  }

  /** The latest number. */
  get current(): string {
    return this.#current
  }

  /**
   * The next number. The author's own number, `tag="S1"`, is printed as it is and not counted (pandoc-xnos).
   * `within`: the author's wish where counting begins anew.
   */
  next(tag?: string, within = this.#style.within): SeriesNumber {
    if (tag !== undefined) return { number: tag.replace(/^\$(.*)\$$/, '$1') }
    const { part, numbers } = this.#context.sectionPlace
    const ofAppendix = part === 'appendix' ? this.#style.appendix : undefined
    const depth = ofAppendix === undefined ? levels[within] : 1
    const section = numbers.slice(0, depth).at(-1) ?? ''
    const isSupplement = part === 'supplement'
    const key = `${isSupplement ? part : ''} ${section}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    const print = (own: number) => {
      const values = { section, own: printedCount(own, this.#style.format) }
      const number = fillPattern(ofAppendix ?? this.#style.number ?? '[{section}.]{own}', values)
      return unbroken(isSupplement ? fillPattern(this.#context.supplement, { number }) : number)
    }
    const number = print(count)
    this.#current = number
    return /\d$/.test(number) ? { number } : { number, follower: print(count + 1) }
  }
}
