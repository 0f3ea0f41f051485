/**
 * A name, an affiliation or a running head → plain text, without the markup of Markdown, TeX and HTML.
 * `Universit\'e \emph{de} Gen\`eve` → `Université de Genève`.
 */
import { ownValue } from '../../values/record.ts'

/** TeX's accents → combining characters (The TeXbook, ch. 9). */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

/** TeX's commands for letters and signs → their characters. */
const letters: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  o: 'ø',
  O: 'Ø',
  oe: 'œ',
  OE: 'Œ',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  i: 'i',
  j: 'j',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  LaTeXe: 'LaTeX2e',
  textregistered: '®',
  texttrademark: '™',
  textendash: '–',
  textemdash: '—',
  dagger: '†',
  ddagger: '‡',
  dag: '†',
  ddag: '‡',
  S: '§',
  P: '¶',
  quad: ' ',
  qquad: ' ',
}

export function plainPhrase(text: string): string {
  return texToText(text)
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*|__|\*|(?<!\w)_|_(?!\w)|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

function texToText(text: string): string {
  if (!/[\\~${]/.test(text)) return text
  return text
    .replace(/\\\\(\[[^\]]*\])?/g, ' ')
    .replace(
      /\\(?:([`'^~="."])|([uvHcdbrk])(?=[\s{]))\s*(?:\{\s*\\?([a-zA-Z])\s*\}|\\?([a-zA-Z]))/g,
      (whole, sign, word, inBraces, bare) => {
        const accent = accents[String(sign ?? word)]
        const letter = inBraces ?? bare
        return accent === undefined || letter === undefined ? whole : `${letter}${accent}`
      },
    )
    .replace(
      /\\([a-zA-Z]+)(?:\{\}|\s+|(?![a-zA-Z{]))/g,
      (whole, name: string) => ownValue(letters, name) ?? whole,
    )
    .replace(/\\[a-zA-Z]+\*?(?:\[[^\]]*\])?\{([^{}]*)\}/g, '$1')
    .replace(/\\[,;:! ]|(?<=\S)~(?=\S)/g, ' ')
    .replace(/\\([^a-zA-Z\s])/g, '$1')
    .replace(/\{([^{}\s][^{}]*)\}/g, '$1')
}
