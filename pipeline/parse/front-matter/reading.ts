/** What the readers of the front matter share: where messages go, and the list of what was left aside. */
import { distance } from 'fastest-levenshtein'
import { type Details, type RuleId, report } from '../../model/diagnostics.ts'
import type { Origin } from './value-node.ts'

/** A key that the article does not use. */
export interface Ignored {
  readonly origin: Origin
  readonly why: string
}

export class Reading {
  readonly ignored: Ignored[] = []

  report(rule: RuleId, origin: Origin, details: Omit<Details, 'place'>): void {
    report(origin.file, rule, { ...details, place: origin.position })
  }

  ignore(origin: Origin, why: string): void {
    this.ignored.push({ origin, why })
  }

  /** A value that cannot be what its key says. */
  invalid(origin: Origin, text: string, expected: string): undefined {
    this.report('front-matter-invalid', origin, {
      reason: `Unexpected value \`${text}\` of \`${origin.key}\`, expected ${expected}`,
      note: 'The value is left out of the article.',
    })
    this.ignore(origin, `not ${expected}`)
    return undefined
  }

  /** Where one value is meant, the first is used. `others`: as written. */
  several(origin: Origin, others: readonly string[]): void {
    this.report('front-matter-several', origin, {
      reason: `Unexpected further value \`${others.join('`, `')}\` of \`${origin.key.replace(/\[\d+\]$/, '')}\`, expected one`,
      note: 'The first is used.',
    })
    this.ignore(origin, 'a further value')
  }

  /** A value that is to be filled in yet. */
  placeholder(origin: Origin, text: string, expected: string): undefined {
    this.report('front-matter-placeholder', origin, {
      reason: `Unexpected placeholder \`${text}\` of \`${origin.key}\`, expected ${expected}`,
      note: 'Nothing is printed in its place.',
    })
    this.ignore(origin, 'a placeholder')
    return undefined
  }

  unknownKey(keyOrigin: Origin, key: string, known: readonly string[]): void {
    const nearest = nearestOf(key, known)
    this.report('front-matter-unknown-key', keyOrigin, {
      reason: `Unexpected key \`${keyOrigin.key}\` in the front matter`,
      ...(nearest !== undefined && { expected: [nearest], note: `Did you mean \`${nearest}\`?` }),
    })
    this.ignore(keyOrigin, 'no known key')
  }
}

/** Of keys that are as near, the one with the same letters goes first: `emial` is `email`, not `equal`. */
function nearestOf(key: string, known: readonly string[]): string | undefined {
  const letters = (word: string) => [...word].sort().join('')
  const nearest = known
    .map(one => ({ one, far: distance(key, one), isMixed: letters(key) === letters(one) }))
    .sort((a, b) => a.far - b.far || Number(b.isMixed) - Number(a.isMixed))[0]
  const isNear =
    nearest !== undefined && nearest.far <= Math.max(2, key.length / 3) && nearest.far < key.length
  return isNear ? nearest.one : undefined
}
