/** A `Reading` is shared by the readers of the front matter. It sends messages and lists unused values. */
import { type Details, type RuleId, report } from '../../model/diagnostics.ts'
import { nearestWord } from '../../values/nearest-word.ts'
import type { Origin } from './value-node.ts'

/** A key or value that the article does not use, and the reason. */
export interface Ignored {
  readonly origin: Origin
  readonly why: string
}

export class Reading {
  readonly ignored: Ignored[] = []
  readonly #decided: Origin[] = []
  /** The language of the article, as written; empty if the front matter names none. */
  language = ''

  report(rule: RuleId, origin: Origin, details: Omit<Details, 'place'>): void {
    report(origin.file, rule, { ...details, place: origin.position })
  }

  ignore(origin: Origin, why: string): void {
    this.ignored.push({ origin, why })
  }

  /** Remembers a key for something that the journal decides, not the author. */
  journalDecides(keyOrigin: Origin): void {
    this.#decided.push(keyOrigin)
    this.ignore(keyOrigin, 'the journal decides')
  }

  /** Reports the keys of each file that the journal decides: once, at the first of them. */
  reportDecided(): void {
    for (const [, origins] of Map.groupBy(this.#decided, ({ file }) => file)) {
      const [first] = origins
      if (!first) continue
      const names = origins.map(({ key }) => `\`${key}\``).join(', ')
      this.report('journal-decides', first, {
        reason: `Unused ${names}: the journal decides about its pages and labels`,
        note: 'Remove the keys, or set this in the journal: `journal.yml` and `print.css` in its folder.',
      })
    }
  }

  /** Reports a value that is not valid for its key. */
  invalid(origin: Origin, text: string, expected: string): undefined {
    this.report('front-matter-invalid', origin, {
      reason: `Unexpected value \`${text}\` of \`${origin.key}\`, expected ${expected}`,
      note: 'The value is left out of the article.',
    })
    this.ignore(origin, `not ${expected}`)
    return undefined
  }

  /** Reports the `others`, as written, that follow the one value that a key allows. */
  several(origin: Origin, others: readonly string[]): void {
    this.report('front-matter-several', origin, {
      reason: `Unexpected further value \`${others.join('`, `')}\` of \`${origin.key.replace(/\[\d+\]$/, '')}\`, expected one`,
      note: 'The first is used.',
    })
    this.ignore(origin, 'a further value')
  }

  /** Reports a value that the author has yet to fill in. */
  placeholder(origin: Origin, text: string, expected: string): undefined {
    this.report('front-matter-placeholder', origin, {
      reason: `Unexpected placeholder \`${text}\` of \`${origin.key}\`, expected ${expected}`,
      note: 'The value is left out of the article.',
    })
    this.ignore(origin, 'a placeholder')
    return undefined
  }

  unknownKey(keyOrigin: Origin, key: string, known: readonly string[]): void {
    const nearest = nearestWord(key, known)
    this.report('front-matter-unknown-key', keyOrigin, {
      reason: `Unexpected key \`${keyOrigin.key}\` in the front matter`,
      ...(nearest !== undefined && { expected: [nearest], note: `Did you mean \`${nearest}\`?` }),
    })
    this.ignore(keyOrigin, 'unknown key')
  }
}
