/**
 * The true role of an element of the PDF, written into its text alternative, which is the only channel from
 * the page to the structure tree:
 *
 *   F#eq-1 a over b
 *
 * A noncharacter of Unicode comes first, so that no author's text alternative is taken for one.
 */

const mark = '\uFDD0'

/** What the element is: `F` for a formula, `N` for a note. */
export type DisguiseLetter = 'F' | 'N'

interface Disguised {
  readonly letter: DisguiseLetter
  readonly id: string
  readonly text: string
}

export function disguise({ letter, id, text }: Disguised): string {
  return `${mark}${letter}#${id} ${text}`.trim()
}

export function readDisguise(alternative: string): Disguised | undefined {
  const [, letter, id = '', text = ''] = /^\uFDD0([FN])#(\S+)\s*([\s\S]*)$/.exec(alternative) ?? []
  return letter === 'F' || letter === 'N' ? { letter, id, text } : undefined
}
