/**
 * What an element of the PDF truly is, told in its text alternative, the only channel from the page to the structure tree:
 *   F#eq-1 a over b
 * behind a noncharacter of Unicode, so that no author's alternative is one.
 */

const MARK = '\uFDD0'

/** `F`: a formula, `N`: a note. */
export type DisguiseLetter = 'F' | 'N'

export interface Disguised {
  readonly letter: DisguiseLetter
  readonly id: string
  readonly text: string
}

export function disguise({ letter, id, text }: Disguised): string {
  return `${MARK}${letter}#${id} ${text}`.trim()
}

export function readDisguise(alternative: string): Disguised | undefined {
  const [, letter, id = '', text = ''] = /^\uFDD0([FN])#(\S+)\s*([\s\S]*)$/.exec(alternative) ?? []
  return letter === 'F' || letter === 'N' ? { letter, id, text } : undefined
}
