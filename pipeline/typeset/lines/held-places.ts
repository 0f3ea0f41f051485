/**
 * The places of a paragraph at which no line ends, because a copy editor would forbid it:
 *
 *   Table_2, Eq._(3), no._1     a label and its number, which is not divided either
 *   31_March, May_6             a day and its month
 *   D._E._Knuth, Knuth_DE,      initials and surnames
 *   et_al._(2020), Dr._Snow     abbreviations and what they belong to
 *   (b)_the, doi:_10.1000/1     what leads to the next word
 */
import { softHyphen } from './word-breaks.ts'

/** Labels in the languages of most articles. A dot in them is optional. */
const labels =
  'Fig Figs Figure Figures Figura Figuras Figuren Abb Abbildung Abbildungen Table Tables Tab Tabs Tabelle Tabellen ' +
  'Tableau Tableaux Tabla Tablas Tabela Tabelas Tabella Tabelle Section Sections Sect Sects Sec Secs Abschnitt Sección ' +
  'Eq Eqs Eqn Eqns Equation Equations Gl Gleichung Gleichungen Équation Équations Ecuación Equação Listing Listings ' +
  'Alg Algorithm Algorithms Algorithmus Algorithme Theorem Theorems Thm Satz Théorème Teorema Lemma Lemmas Lemme ' +
  'Prop Proposition Propositions Cor Corollary Corollaries Def Definition Definitions Ex Example Examples Remark ' +
  'Appendix Appendices App Anhang Annexe Apéndice Step Steps Schritt Chapter Chapters Chap Chaps Ch Kapitel Kap ' +
  'Chapitre Capítulo Part Parts Teil Panel Panels Box Boxes Scheme Schemes Chart Plate Case Phase Stage Level Study ' +
  'Experiment Model Hypothesis Question Ref Refs Reference References Note Notes Line Lines Page Pages Seite S p pp ' +
  'No Nos Nr Vol Vols Bd Heft Issue Issues n vol ed eds art Art ISSN ISBN RFC ISO Version v'

const months =
  'January February March April May June July August September October November December Sept Jan Feb Mar Apr Jun Jul ' +
  'Aug Sep Oct Nov Dec Januar Februar März Mai Juni Juli Oktober Dezember Okt Dez janvier février mars avril juin ' +
  'juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre ' +
  'octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre ' +
  'janeiro fevereiro março maio junho julho setembro outubro dezembro januari februari maart mei augustus'

const oneOf = (words: readonly string[]) => [...new Set(words)].join('|')
const labelWords = labels.split(' ').flatMap(word => [word, word.toLowerCase()])
const monthWords = oneOf(months.split(' '))
const space = '[ \\u00A0]'
/** A label, before its number, a letter that counts (Appendix B), or a number in brackets. */
const labelled = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${oneOf(labelWords)})\\.?${space}(?=\\(?\\d|[A-Z]\\d|[A-Z](?![\\p{L}\\p{N}.]))`,
  'gu',
)
const tied = new RegExp(
  [
    `(?<=(?<!\\p{N})\\d{1,2}(?:\\.|st|nd|rd|th)?)${space}(?=(?:${monthWords})(?!\\p{L}))`,
    `(?<=(?<!\\p{L})(?:${monthWords})\\.?)${space}(?=\\d{1,2}(?![\\p{N}.:]))`,
    // Initials: before the surname, and the last of several names in capitals after it.
    `(?<=(?<![\\p{L}\\p{N}])\\p{Lu}\\.(?:-?\\p{Lu}\\.)*)${space}(?=\\p{Lu}|(?:van|von|de|der|den|di|da|du|la|le)${space})`,
    `(?<=\\p{Lu}\\p{Ll}+)${space}(?=\\p{Lu}{1,3}[,;.](?!\\p{L}))`,
    `(?<=(?<!\\p{L})et)${space}(?=al\\b)`,
    `(?<=(?<!\\p{L})al\\.)${space}(?=[(\\[\\d])`,
    `(?<=(?<!\\p{L})[Rr]efs?\\.?)${space}(?=\\[)`,
    `(?<=(?<!\\p{L})(?:Mr|Mrs|Ms|Dr|Prof|St|Mt)\\.)${space}(?=\\p{Lu})`,
    `(?<=(?<![\\p{L}\\p{N}])\\((?:\\p{Ll}|[ivx]{1,4}|\\d{1,2})\\))${space}`,
    `(?<=(?<!\\p{L})(?:doi|arXiv|PMID|PMCID):)${space}`,
    `(?<=\\d)${space}(?=[%‰])`,
  ].join('|'),
  'gu',
)

/** The offsets of the spaces and soft hyphens in a paragraph at which no line ends. */
export function heldPlaces(text: string): ReadonlySet<number> {
  const plain = text.replaceAll(softHyphen, '')
  const spaces = [...plain.matchAll(tied)].map(({ index }) => [index, index + 1] as const)
  const words = [...plain.matchAll(labelled)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  )
  const held = new Set<number>()
  if (spaces.length + words.length === 0) return held
  const offsets = offsetsOf(text)
  for (const [from, to] of [...spaces, ...words]) {
    for (let at = offsets[from] ?? 0; at < (offsets[to] ?? text.length); at++) {
      if (text[at] === ' ' || text[at] === softHyphen) held.add(at)
    }
  }
  return held
}

/** The text with no-break spaces at these places, for paragraphs whose lines the browser breaks. */
export function withNoBreakSpaces(text: string): string {
  const held = heldPlaces(text)
  if (held.size === 0) return text
  const characters = Array.from({ length: text.length }, (_, at) => text[at] ?? '')
  return characters
    .map((character, at) => (held.has(at) ? (character === ' ' ? '\u00A0' : '') : character))
    .join('')
}

/**
 * Spaces inside a quantity in a cell of a table: in groups of digits, around the signs of calculation, and
 * before a short unit that ends the cell: "1 250 000", "2.1 ± 0.3", "12 kg m⁻²".
 */
const inQuantity = new RegExp(
  [
    '(?<=\\d) (?=\\d{3}(?!\\d))',
    '(?<=[\\d%)]) (?=[±×·] ?[\\d−+-])|(?<=[\\d%)] ?[±×·]) (?=[\\d−+-])',
    '(?<=^\\s*[≤≥<>≈~=±−+-]) (?=[\\d.])',
    '(?<=\\d%?) (?=[–-] ?[\\d−+-])',
    '(?<=\\d(?: [\\p{L}µΩ°%‰⁻²³¹]{1,4})*) (?=[\\p{L}µΩ°%‰⁻²³¹]{1,4}(?: [\\p{L}µΩ°⁻²³¹]{1,4})*\\s*$)',
  ].join('|'),
  'gu',
)

/** The text of a cell with no-break spaces inside its quantities. */
export function withWholeQuantities(text: string): string {
  return /\d/.test(text) ? text.replace(inQuantity, '\u00A0') : text
}

/** The offset in the text of each character that is not a soft hyphen. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) if (text[at] !== softHyphen) offsets.push(at)
  return offsets
}
