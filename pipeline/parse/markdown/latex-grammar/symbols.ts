/** Commands of LaTeX that stand for a character, and the accents that make one of a letter. */

/** Without arguments; `{}` may follow. */
export const symbols: Readonly<Record<string, string>> = {
  AA: 'Å',
  AE: 'Æ',
  BibTeX: 'BibTeX',
  DH: 'Ð',
  L: 'Ł',
  LaTeX: 'LaTeX',
  LaTeXe: 'LaTeX2e',
  NG: 'Ŋ',
  O: 'Ø',
  OE: 'Œ',
  P: '¶',
  S: '§',
  TH: 'Þ',
  TeX: 'TeX',
  XeLaTeX: 'XeLaTeX',
  aa: 'å',
  ae: 'æ',
  checkmark: '✓',
  copyright: '©',
  dag: '†',
  ddag: '‡',
  degree: '°',
  dh: 'ð',
  dots: '…',
  enspace: '\u2002',
  euro: '€',
  guillemotleft: '«',
  guillemotright: '»',
  i: 'ı',
  j: 'ȷ',
  l: 'ł',
  ldots: '…',
  lq: '‘',
  o: 'ø',
  oe: 'œ',
  pounds: '£',
  qquad: '\u2003\u2003',
  quad: '\u2003',
  quotedblbase: '„',
  rq: '’',
  slash: '/',
  ss: 'ß',
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
  th: 'þ',
  thinspace: '\u2009',
}

/** Letters of a language: one space after them is a part of the command, as in `S\o ren`. */
export const letters: ReadonlySet<string> = new Set(
  'AA AE DH L NG O OE TH aa ae dh i j l o oe ss th'.split(' '),
)

/**
 * Accent → the combining character that stands after its letter (Unicode 16, block Combining Diacritical
 * Marks).
 */
export const accents: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '.': '\u0307',
  '=': '\u0304',
  H: '\u030B',
  '^': '\u0302',
  '`': '\u0300',
  b: '\u0331',
  c: '\u0327',
  d: '\u0323',
  k: '\u0328',
  r: '\u030A',
  u: '\u0306',
  v: '\u030C',
  '~': '\u0303',
}

/** `é` of `'` and `e`; undefined where the argument is no letter. */
export function accented(accent: string, argument: string): string | undefined {
  const mark = accents[accent]
  const letter = argument.trim() === '\\i' ? 'i' : argument.trim() === '\\j' ? 'j' : argument.trim()
  if (mark === undefined || !/^\p{L}{1,2}$/u.test(letter)) return undefined
  const [first = '', ...rest] = letter
  return `${first}${mark}${rest.join('')}`.normalize('NFC')
}
