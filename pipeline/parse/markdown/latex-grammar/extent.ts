/**
 * Finds the end of a piece of LaTeX in a line of text, character by character, for the tokenizer of
 * `syntax/latex.ts`. It looks ahead no further than necessary, as a paragraph may contain a thousand
 * commands.
 */
import { readCall } from './call.ts'
import { environmentEnd } from './environment-pairs.ts'
import { groupEnd } from './groups.ts'
import { looksLikeMath } from './looks-like-math.ts'
import { PlacedText } from './placed-text.ts'
import { signatureOf } from './signatures.ts'
import { accented } from './symbols.ts'

interface Extent {
  /** Takes the next character. Returns false if the character cannot belong to the LaTeX: it is not taken. */
  take(character: string): boolean
  /** How many of the characters taken are LaTeX; 0 if there is no LaTeX at the start. */
  length(): number
}

type Kind = 'command' | 'math' | 'group' | 'label' | 'accent' | 'none'

const nestingLimit = 32
/** The greatest length of a formula in `\(…\)` or `\[…\]`, in characters. */
const mathLimit = 4000
/**
 * Letter of a signature → how many characters outside braces to read for such an argument: `\def\a#1{…}`,
 * `\vskip 1cm`, `\verb|…|`, `\setlength\a{…}`, `\c c`.
 */
const charactersOf: Readonly<Record<string, number>> = { d: 80, l: 24, v: 200, c: 32, a: 4 }

/**
 * Finds the end of a piece of LaTeX, one character at a time. `before`: the character before the LaTeX, or an
 * empty string.
 */
export function latexExtent(before: string): Extent {
  let text = ''
  let depth = 0
  let isEscaped = false
  /** How many more characters outside braces may be arguments of the command. */
  let remaining: number | undefined
  let kind: Kind | undefined
  return { take, length: () => lengthOf(text, before) }

  function take(character: string): boolean {
    if (text.length === 2) kind = kindOf(text)
    if (text.length >= 2 && !goesOn(character)) return false
    text += character
    if (isEscaped || character === '\\') isEscaped = !isEscaped
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth = Math.max(0, depth - 1)
    return true
  }

  function goesOn(character: string): boolean {
    if (kind === 'math')
      return text.length < mathLimit && (text.length < 4 || !/\\[\])]$/.test(text.slice(-2)))
    if (kind === 'group') return depth > 0 && depth <= nestingLimit
    if (kind === 'label') return !text.endsWith(')') && text.length < 100
    if (kind === 'accent') return text.length < 8
    if (kind === 'command') return commandGoesOn(character)
    return false
  }

  function commandGoesOn(character: string): boolean {
    if (text.startsWith('\\begin{')) return depth > 0 || environmentGoesOn()
    if (depth > 0) return depth <= nestingLimit
    if (/^\\@ref/.test(text)) return !/[)}]$/.test(text) && text.length < 100
    if (remaining === undefined) {
      if (/^[a-zA-Z@]$/.test(character)) return true
      remaining = bareArgumentLength(text.slice(1))
    }
    if (character === '{' || character === '[' || (character === '*' && !/[*{}[\]]/.test(text))) return true
    return remaining-- > 0
  }

  function environmentGoesOn(): boolean {
    return !text.endsWith('}') || environmentEnd(text, nestingLimit) === 0
  }
}

function kindOf(text: string): Kind {
  if (text === '\\(' || text === '\\[') return 'math'
  if (text === '{\\') return 'group'
  if (text === '(\\') return 'label'
  if (/^\\["'`^~=.]/.test(text)) return 'accent'
  return /^\\[a-zA-Z@]/.test(text) ? 'command' : 'none'
}

/** How many characters outside braces the arguments of a command may have. */
function bareArgumentLength(name: string): number {
  return [...signatureOf(name)].reduce((sum, letter) => sum + (charactersOf[letter] ?? 0), 0)
}

function lengthOf(text: string, before: string): number {
  const kind = kindOf(text.slice(0, 2))
  switch (kind) {
    case 'math':
      return looksLikeMath(text) ? text.length : 0
    case 'group':
      return /^\{\\[a-zA-Z"'`^~=.]/.test(text) ? (groupEnd(text, 0) ?? 0) : 0
    case 'label':
      return /^\(\\#[\p{L}\p{N}:_./-]+\)$/u.exec(text)?.[0].length ?? 0
    case 'accent':
      return accentLength(text, before)
    case 'command':
      return commandLength(text)
    case 'none':
      return 0
  }
}

function commandLength(text: string): number {
  if (text.startsWith('\\@')) return /^\\@ref(?:\([^()\s]+\)|\{[^{}\s]+\})/.exec(text)?.[0].length ?? 0
  if (text.startsWith('\\begin{')) {
    const end = environmentEnd(text, nestingLimit)
    if (end !== undefined && end > 0) return end
  }
  if (/^\\verb/.test(text)) {
    const [verbatim] = /^\\verb\*?([^\p{L}\s*])[^\n]*?\1/u.exec(text) ?? []
    if (verbatim !== undefined) return verbatim.length
  }
  return readCall(PlacedText.of(text, []), 0, signatureOf)?.end ?? 0
}

/**
 * Length of an accent with its letter: `\'{e}`, or `\'e` inside a word (`Universit\'e`). At the beginning of
 * a word, and before a letter that does not bear the accent, `\'` and `\"` are escapes of CommonMark, as in
 * `\"Only` and `it\'s`: the length is 0.
 */
function accentLength(text: string, before: string): number {
  const [, accent = '', braced, bare = ''] = /^\\(["'`^~=.])(?:\{(\\?\p{L}{1,2})\}|(\p{L}))/u.exec(text) ?? []
  if (braced !== undefined) return accented(accent, braced) === undefined ? 0 : braced.length + 4
  // A letter before the accent can also be a command: `\L{}\'od\'z`.
  const isInWord = /^[\p{L}}]$/u.test(before) && bareAccents[accent]?.includes(bare.toLowerCase())
  return bare !== '' && isInWord ? 3 : 0
}

/** Accent → the letters that bear this accent in a European language. */
const bareAccents: Readonly<Record<string, string>> = {
  "'": 'aeiouycnz',
  '`': 'aeiou',
  '^': 'aeiou',
  '"': 'aeiouy',
  '~': 'nao',
}
