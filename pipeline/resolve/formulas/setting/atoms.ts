/** The classes of atoms, and the spaces between them (The TeXbook, chapter 18). */
import { isScript, type Style } from './style.ts'

/** `middle` is the bar of \middle: it closes what is before it and opens what follows. */
export type AtomClass = 'ord' | 'op' | 'bin' | 'rel' | 'open' | 'close' | 'punct' | 'inner' | 'middle'

type SpacedClass = Exclude<AtomClass, 'middle'>

const order: readonly SpacedClass[] = ['ord', 'op', 'bin', 'rel', 'open', 'close', 'punct', 'inner']

/**
 * Rows: the class on the left; columns: the class on the right. 1, 2, 3: thin, medium, thick space; letters
 * for spaces that scripts do not have; `*` cannot occur.
 */
const table: Readonly<Record<SpacedClass, string>> = {
  ord: '01bc000a',
  op: '11*c000a',
  bin: 'bb**b**b',
  rel: 'cc*0c00c',
  open: '00*00000',
  close: '01bc000a',
  punct: 'aa*aaaaa',
  inner: 'a1bca0aa',
}
const spaces: Readonly<Record<string, number>> = { '1': 3, a: 3, b: 4, c: 5 }

/** The space between two atoms, in em of their size. */
export function spaceBetween(left: AtomClass, right: AtomClass, style: Style): number {
  const [before, after] = [left === 'middle' ? 'open' : left, right === 'middle' ? 'close' : right] as const
  const kind = table[before][order.indexOf(after)] ?? '0'
  return isScript(style) && kind !== '1' ? 0 : (spaces[kind] ?? 0) / 18
}

/**
 * A binary operator without an operand on one of its sides is an ordinary atom (appendix G, rules 5 and 6):
 * `-x`, `2\times`.
 */
export function settledClasses(classes: readonly AtomClass[]): AtomClass[] {
  const settled: AtomClass[] = []
  for (const atom of classes) {
    const before = settled.at(-1)
    const isFirst = before === undefined || /^(?:bin|op|rel|open|punct|middle)$/.test(before)
    if (before === 'bin' && /^(?:rel|close|punct|middle)$/.test(atom)) settled[settled.length - 1] = 'ord'
    settled.push(atom === 'bin' && isFirst ? 'ord' : atom)
  }
  if (settled.at(-1) === 'bin') settled[settled.length - 1] = 'ord'
  return settled
}

const binaries = /^[+−±∓×÷∗*⋅·∘∙•∩∪⊎⊓⊔∧∨∖⊕⊖⊗⊘⊙⋆⋄◇△▽◁▷⊲⊳⊴⊵†‡≀⨿⊞⊟⊠⊡⋉⋊⋇⋒⋓⊼⊻⩞∔⋏⋎⧵⧺]\uFE0E?$/u
const relations =
  /^[=<>≤≥≪≫≺≻⪯⪰∼≃≈≅≡≢≠∝⊂⊃⊆⊇⊄⊅⊈⊉⊊⊋⊏⊐⊑⊒∈∋∉∌⊢⊣⊨⊩⊥⟂∥∦∣∤⌣⌢⋈∶:≐≑≒≓≔≕≗≜≟⩽⩾⋘⋙≲≳≶≷≦≧≨≩←-⇿⟵-⟿⤀-⥿≁≄≉≇≮≯≰≱⊀⊁⊬⊭∴∵≍≎≏≖⋍⊸⋔⪅⪆⪇⪈⩵⩴]\uFE0E?$/u
const operators = /^[∑∏∐∫∬∭⨌∮∯∰⋂⋃⨀⨁⨂⨄⨆⋁⋀⨅⨉]$/u
const openers = /^[([{⟨⌈⌊⟦⟮⦃⎰〈]$/u
const closers = /^[)\]}⟩⌉⌋⟧⟯⦄⎱〉!?]$/u

/** The class of a character in a formula. */
export function classOfCharacter(character: string): AtomClass {
  if (operators.test(character)) return 'op'
  if (relations.test(character)) return 'rel'
  if (binaries.test(character)) return 'bin'
  if (openers.test(character)) return 'open'
  if (closers.test(character)) return 'close'
  if (/^[,;]$/.test(character)) return 'punct'
  return /^[…⋯⋰⋱⋮]$/u.test(character) ? 'inner' : 'ord'
}

/** True for signs such as ∑ and ∫, which are larger in display style. */
export function isLargeOperator(character: string): boolean {
  return operators.test(character)
}

/** True for integrals, which have their limits beside them. */
export function isIntegral(character: string): boolean {
  return /^[∫∬∭⨌∮∯∰]$/u.test(character)
}
