/**
 * Reports problems in the HTML of a manuscript; each unknown element name is reported once. Messages wait
 * until `settle` is called, because `flow.ts` sometimes discards a result and reads the nodes again.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { type Details, type RuleId, report } from '../../../model/diagnostics.ts'

type Place = Position | Point | undefined

export class HtmlMessages {
  readonly #file: VFile
  readonly #reported = new Set<string>()
  #waiting: (readonly [rule: RuleId, details: Details])[] = []

  constructor(file: VFile) {
    this.#file = file
  }

  /** Reports an element that HTML does not have. */
  unknown(name: string, place: Place): void {
    this.#add('html-unknown', {
      reason: `Unexpected HTML element <${name}>`,
      place,
      note: 'Its content is printed without the tags.',
    })
  }

  /** Reports an element that cannot be printed. `hasLink`: its address is printed instead. */
  leftOut(name: string, place: Place, hasLink = false): void {
    this.#add('html-left-out', {
      reason: `Unexpected <${name}>, expected something that can be printed`,
      place,
      note: hasLink ? 'A link to its address is printed instead.' : 'It is left out.',
    })
  }

  /** Reports an element that browsers do not show. */
  hidden(name: string, place: Place): void {
    this.#add('html-left-out', {
      reason: `Unexpected hidden <${name}>, expected something that can be printed`,
      place,
      note: 'It is left out, as browsers do not show it. Take `hidden` away to print it.',
    })
  }

  /** Reports an element for phrases that is around blocks. */
  around(name: string, place: Place): void {
    this.#add('html-unbalanced', {
      reason: `Unexpected <${name}> around paragraphs, expected it inside a paragraph`,
      place,
      note: 'The tags are left out; the paragraphs between them are printed.',
    })
  }

  /** Reports that the closing tag of an element is missing. */
  unclosed(name: string, place: Place): void {
    this.#add('html-unbalanced', {
      reason: `Unexpected <${name}> without </${name}>`,
      place,
      note: 'The tag is left out; the text after it is printed.',
    })
  }

  /** Reports that the opening tag of an element is missing. */
  unopened(name: string, place: Place): void {
    this.#add('html-unbalanced', {
      reason: `Unexpected </${name}> without <${name}>`,
      place,
      note: 'The tag is left out.',
    })
  }

  /** Reports all waiting messages. */
  settle(): void {
    for (const [rule, details] of this.#waiting) {
      const isRepeated = rule === 'html-unknown' && this.#reported.has(details.reason)
      if (isRepeated) continue
      if (rule === 'html-unknown') this.#reported.add(details.reason)
      report(this.#file, rule, details)
    }
    this.#waiting = []
  }

  /** Number of waiting messages. */
  count(): number {
    return this.#waiting.length
  }

  /** Discards the messages that came after `count` was read. */
  forget(count: number): void {
    this.#waiting = this.#waiting.slice(0, count)
  }

  #add(rule: RuleId, details: Details): void {
    this.#waiting.push([rule, details])
  }
}
