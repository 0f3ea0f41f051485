/**
 * What is told about the HTML of a manuscript, each unknown tag name once. Messages wait until the reading of
 * their nodes is settled.
 */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { type Details, type RuleId, report } from '../../../model/diagnostics.ts'

type Place = Position | Point | undefined

export class HtmlMessages {
  readonly #file: VFile
  readonly #known = new Set<string>()
  #waiting: (readonly [rule: RuleId, details: Details])[] = []

  constructor(file: VFile) {
    this.#file = file
  }

  unknown(name: string, place: Place): void {
    this.#add('html-unknown', {
      reason: `Unexpected HTML element <${name}>`,
      place,
      note: 'What is in it is printed as if the tag were not there.',
    })
  }

  leftOut(name: string, place: Place, hasLink = false): void {
    this.#add('html-left-out', {
      reason: `Unexpected <${name}>, expected something that can be printed`,
      place,
      note: hasLink ? 'Its address is printed in its place.' : 'It is left out.',
    })
  }

  around(name: string, place: Place): void {
    this.#add('html-unbalanced', {
      reason: `Unexpected <${name}> around paragraphs, expected it inside of one`,
      place,
      note: 'The tags are left out; what stands between them is printed.',
    })
  }

  unclosed(name: string, place: Place): void {
    this.#add('html-unbalanced', {
      reason: `Unexpected <${name}> without </${name}>`,
      place,
      note: 'The tag is left out; what follows it is printed.',
    })
  }

  unopened(name: string, place: Place): void {
    this.#add('html-unbalanced', {
      reason: `Unexpected </${name}> without <${name}>`,
      place,
      note: 'The tag is left out.',
    })
  }

  /** What is told so far is told. */
  settle(): void {
    for (const [rule, details] of this.#waiting) {
      const isRepeated = rule === 'html-unknown' && this.#known.has(details.reason)
      if (isRepeated) continue
      if (rule === 'html-unknown') this.#known.add(details.reason)
      report(this.#file, rule, details)
    }
    this.#waiting = []
  }

  /** How much waits to be settled. */
  count(): number {
    return this.#waiting.length
  }

  /** What has come since then is forgotten. */
  forget(count: number): void {
    this.#waiting = this.#waiting.slice(0, count)
  }

  #add(rule: RuleId, details: Details): void {
    this.#waiting.push([rule, details])
  }
}
