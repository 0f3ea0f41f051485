/**
 * Numbers of sections: `1`, `1.1`, `2`, or in the formats that the journal has for each level. The first
 * heading of class `appendix` begins the appendices, `A`, `A.1`, `B`; the first of class `supplement` begins
 * the supplement, `S1`, `S1.1`, `S2`. Level 1 is the highest level among the numbered sections. In
 * appendices and supplement, level 1 is the level of their first heading.
 */
import type { Heading } from 'mdast'
import type { Manifest } from '../../journal/index.ts'
import type { SectionLevel } from '../../journal/numbering.ts'
import type { Target } from '../../model/article.ts'
import type { Div } from '../../model/mdast.ts'
import { fillPattern } from '../../values/pattern.ts'
import { printedCount } from '../../values/printed-count.ts'
import { unbroken } from './unbroken.ts'

type SectionNumber = Required<Pick<Target, 'kind' | 'number' | 'label'>> & Pick<Target, 'follower'>

/** Where the text is that is being numbered. */
export interface SectionPlace {
  readonly part: 'section' | 'appendix' | 'supplement'
  /** The numbers of the sections around it from the first level on, without the sign of a supplement. */
  readonly numbers: readonly string[]
}

const partClasses: Readonly<Record<string, SectionPlace['part']>> = {
  appendix: 'appendix',
  supplement: 'supplement',
  supplementary: 'supplement',
}

export class SectionCounter {
  readonly #manifest: Pick<Manifest, 'headings' | 'numbering'>
  readonly #counts: number[] = []
  readonly #numbers: string[] = []
  #top: number
  #part: SectionPlace['part'] = 'section'

  constructor(body: Div, manifest: Pick<Manifest, 'headings' | 'numbering'>) {
    const headings = body.children.filter(node => node.type === 'heading')
    const end = headings.findIndex(node => partOf(node) !== undefined)
    const sections = end < 0 ? headings : headings.slice(0, end)
    const counted = sections.filter(node => !classesOf(node).includes('unnumbered'))
    this.#top = Math.min(...(counted.length > 0 ? counted : headings).map(node => node.depth))
    this.#manifest = manifest
  }

  /** The place of what comes after the latest heading. */
  get place(): SectionPlace {
    return { part: this.#part, numbers: [...this.#numbers] }
  }

  /**
   * Number and label of the next heading. Call it once for each heading, in order. A journal that does not
   * number its sections still gives letters to its appendices.
   */
  next(heading: Heading): SectionNumber {
    this.#begin(partOf(heading), heading.depth)
    const kind = this.#part === 'appendix' ? 'appendix' : 'section'
    const level = Math.max(0, heading.depth - this.#top)
    this.#numbers.length = Math.min(this.#numbers.length, level)
    const style = this.#levels()[level] ?? { format: 'none' }
    if (style.format === 'none' || classesOf(heading).includes('unnumbered')) {
      const isFirst = kind === 'appendix' && level === 0 && style.format === 'none'
      if (style.format === 'none') this.#counts.length = Math.min(this.#counts.length, level)
      return { kind, number: '', label: isFirst ? this.#appendixLabel('') : '' }
    }
    const count = this.#count(level)
    const number = this.#numberOf(level, count)
    this.#numbers[level] = number
    const printed = this.#printed(number)
    const follower = /\d$/.test(printed) ? {} : { follower: this.#printed(this.#numberOf(level, count + 1)) }
    return { kind, number: printed, label: this.#label(level, count, number), ...follower }
  }

  #begin(part: SectionPlace['part'] | undefined, depth: number): void {
    if (part === undefined || part === this.#part) return
    this.#part = part
    this.#top = depth
    this.#counts.length = 0
    this.#numbers.length = 0
  }

  #levels(): readonly SectionLevel[] {
    const { headings, numbering } = this.#manifest
    if (this.#part !== 'appendix') return headings.numbering
    return numbering.appendices ?? [{ format: 'Alpha' }, ...headings.numbering.slice(1)]
  }

  #count(level: number): number {
    const counts = this.#counts
    counts.length = level + 1
    for (let i = 0; i <= level; i++) counts[i] ??= i < level ? 1 : 0
    const count = (counts[level] ?? 0) + 1
    counts[level] = count
    return count
  }

  /** The whole number of a section, without the sign of a supplement. */
  #numberOf(level: number, count: number): string {
    const { format = 'none', number = '[{parent}.]{own}' } = this.#levels()[level] ?? {}
    if (format === 'none') return ''
    const above = level - 1
    // A level that is left out, "# Text" before "### Detail", counts as its first section.
    const parent =
      level === 0 ? '' : (this.#numbers[above] ?? this.#numberOf(above, this.#counts[above] ?? 1))
    return fillPattern(number, { parent, own: printedCount(count, format) })
  }

  #printed(number: string): string {
    const { supplement } = this.#manifest.numbering
    return unbroken(this.#part === 'supplement' ? fillPattern(supplement, { number }) : number)
  }

  #label(level: number, count: number, number: string): string {
    const { format = 'none', label } = this.#levels()[level] ?? {}
    if (label === undefined || format === 'none') {
      const printed = this.#printed(number)
      return this.#part === 'appendix' && level === 0 ? this.#appendixLabel(printed) : printed
    }
    const own = printedCount(count, format)
    return fillPattern(label, { own: level === 0 ? this.#printed(own) : own, number: this.#printed(number) })
  }

  #appendixLabel(number: string): string {
    return fillPattern(this.#manifest.headings.appendix, { number })
  }
}

function partOf(heading: Heading): SectionPlace['part'] | undefined {
  return classesOf(heading).flatMap(name => partClasses[name] ?? [])[0]
}

function classesOf({ data }: Heading): readonly string[] {
  return data?.attributes?.classes ?? []
}
