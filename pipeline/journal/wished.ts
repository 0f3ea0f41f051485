/** A journal while the wishes of a manuscript are applied to it, one after the other. */
import type { Look, LookKey } from '../model/metadata.ts'
import type { Journal } from './journal.ts'
import type { LookPart, Manifest } from './manifest.ts'

export interface RefusedWish {
  readonly key: LookKey
  /** What was expected; undefined if the journal decides. */
  readonly expected?: string
}

export class Wished {
  page: Manifest['page']
  headings: Manifest['headings']
  fonts: Manifest['fonts']
  print = ''
  common = ''
  web = ''
  readonly refused: RefusedWish[] = []
  readonly #journal: Journal
  readonly #look: Look

  constructor(journal: Journal, look: Look) {
    this.#journal = journal
    this.#look = look
    const { page, headings, fonts } = journal.manifest
    this.page = page
    this.headings = headings
    this.fonts = fonts
  }

  allows(part: LookPart): boolean {
    return this.#journal.manifest['manuscript-may-set'].includes(part)
  }

  /**
   * Applies the wish for `key`, if there is one. `read` returns what to change, or undefined if the value has
   * another form. A wish that changes nothing is never refused.
   */
  wish<Value>(
    key: LookKey,
    part: LookPart,
    expected: string,
    read: (text: string) => Value | undefined,
    apply: (value: Value) => void,
    isSo?: (value: Value) => boolean,
  ): void {
    const text = this.#look[key]
    if (text === undefined) return
    const value = read(text)
    if (value !== undefined && isSo?.(value)) return
    if (!this.allows(part)) this.refused.push({ key })
    else if (value === undefined) this.refused.push({ key, expected })
    else apply(value)
  }
}
