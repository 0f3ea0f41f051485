/** LaTeX commands that print a character, and the accents that LaTeX puts on a letter. */
import { ownValue } from '../../../values/record.ts'
import { namesIn } from './signature-table.ts'

/** Commands without arguments → what they print. `{}` may follow the command. */
export const symbols: Readonly<Record<string, string>> = {
  // LaTeX kernel: letters; some of them need the encoding T1.
  AA: 'Å',
  aa: 'å',
  AE: 'Æ',
  ae: 'æ',
  DH: 'Ð',
  dh: 'ð',
  DJ: 'Đ',
  dj: 'đ',
  ng: 'ŋ',
  SS: 'ẞ',
  L: 'Ł',
  l: 'ł',
  NG: 'Ŋ',
  O: 'Ø',
  o: 'ø',
  OE: 'Œ',
  oe: 'œ',
  TH: 'Þ',
  th: 'þ',
  ss: 'ß',
  i: 'ı',
  j: 'ȷ',
  // LaTeX kernel: signs.
  P: '¶',
  S: '§',
  copyright: '©',
  pounds: '£',
  dag: '†',
  ddag: '‡',
  dots: '…',
  ldots: '…',
  slash: '/',
  lq: '‘',
  rq: '’',
  // LaTeX kernel: spaces.
  thinspace: '\u2009',
  enspace: '\u2002',
  quad: '\u2003',
  qquad: '\u2003\u2003',
  // LaTeX kernel and textcomp: commands of the form `\text…`.
  textasciicircum: '^',
  textasciitilde: '~',
  textasteriskcentered: '*',
  textbackslash: '\\',
  textbar: '|',
  textbraceleft: '{',
  textbraceright: '}',
  textbullet: '•',
  textcopyright: '©',
  textdagger: '†',
  textdaggerdbl: '‡',
  textdegree: '°',
  textdollar: '$',
  textellipsis: '…',
  textemdash: '—',
  textendash: '–',
  texteuro: '€',
  textgreater: '>',
  textless: '<',
  textmu: 'µ',
  textordfeminine: 'ª',
  textordmasculine: 'º',
  textparagraph: '¶',
  textperiodcentered: '·',
  textpm: '±',
  textquestiondown: '¿',
  textquotedbl: '"',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotesingle: "'",
  textregistered: '®',
  textsection: '§',
  textsterling: '£',
  texttimes: '×',
  texttrademark: '™',
  textunderscore: '_',
  textvisiblespace: '␣',
  textasciiacute: '´',
  textbrokenbar: '¦',
  textcelsius: '°C',
  textcent: '¢',
  textcurrency: '¤',
  textdiv: '÷',
  textdownarrow: '↓',
  textestimated: '℮',
  textexclamdown: '¡',
  textinterrobang: '‽',
  textlangle: '⟨',
  textleftarrow: '←',
  textlnot: '¬',
  textminus: '−',
  textmusicalnote: '♪',
  textnumero: '№',
  textohm: 'Ω',
  textonehalf: '½',
  textonequarter: '¼',
  textonesuperior: '¹',
  textpertenthousand: '‱',
  textperthousand: '‰',
  textrangle: '⟩',
  textreferencemark: '※',
  textrightarrow: '→',
  textsurd: '√',
  textthreequarters: '¾',
  textthreesuperior: '³',
  texttwosuperior: '²',
  textuparrow: '↑',
  textyen: '¥',
  // Quotation marks of the encoding T1.
  guillemotleft: '«',
  guillemotright: '»',
  quotedblbase: '„',
  quotesinglbase: '‚',
  guilsinglleft: '‹',
  guilsinglright: '›',
  // babel
  flqq: '«',
  frqq: '»',
  glqq: '„',
  grqq: '“',
  // Packages: amssymb (`checkmark`), gensymb (`degree`), eurosym (`euro`).
  checkmark: '✓',
  degree: '°',
  euro: '€',
  // Names of TeX, its formats and its tools.
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  LaTeXe: 'LaTeX2e',
  XeLaTeX: 'XeLaTeX',
  BibTeX: 'BibTeX',
}

/** Commands that print a letter. One space after such a command belongs to the command: `S\o ren`. */
export const letterCommands: ReadonlySet<string> = new Set(
  namesIn('AA AE DH L NG O OE TH aa ae dh i j l o oe ss th'),
)

/** Accent → its combining character (Unicode 16, block Combining Diacritical Marks), to follow the letter. */
export const accents: Readonly<Record<string, string>> = {
  '`': '\u0300', // grave
  "'": '\u0301', // acute
  '^': '\u0302', // circumflex
  '~': '\u0303', // tilde
  '=': '\u0304', // macron
  u: '\u0306', // breve
  '.': '\u0307', // dot above
  '"': '\u0308', // diaeresis
  r: '\u030A', // ring above
  H: '\u030B', // double acute
  v: '\u030C', // caron
  d: '\u0323', // dot below
  c: '\u0327', // cedilla
  k: '\u0328', // ogonek
  b: '\u0331', // macron below
}

/** Puts an accent on a letter: `'` and `e` → `é`. Undefined if the argument is not one or two letters. */
export function accented(accent: string, argument: string): string | undefined {
  const mark = ownValue(accents, accent)
  const base = argument.trim()
  // An accent replaces the dot, so that `\i` and `i` give the same letter.
  const letter = base === '\\i' || base === '\\j' ? base.charAt(1) : base
  if (mark === undefined || !/^\p{L}{1,2}$/u.test(letter)) return undefined
  const [first = '', ...rest] = letter
  return `${first}${mark}${rest.join('')}`.normalize('NFC')
}
