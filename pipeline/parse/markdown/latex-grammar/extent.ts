/**
 * Where LaTeX in a line of text ends, told character by character: `take` says whether the next one may
 * still belong to it, `length` how much of what was taken does; 0 where it is no LaTeX. What looks ahead
 * looks no further than it must, as a paragraph may hold a thousand commands.
 */
import { readCall } from './call.ts'
import { environmentEnd } from './environment-pairs.ts'
import { groupEnd } from './groups.ts'
import { looksLikeMath } from './looks-like-math.ts'
import { PlacedText } from './placed-text.ts'
import { signatureOf } from './signatures.ts'
import { accented } from './symbols.ts'

interface Extent {
  take(character: string): boolean
  length(): number
}

type Kind = 'command' | 'math' | 'group' | 'label' | 'accent' | 'none'

const nestingLimit = 32
/** No formula in a line is longer. */
const mathLimit = 4000
/**
 * How far arguments without braces reach: `\def\a#1{…}`, `\vskip 1cm`, `\verb|…|`, `\setlength\a{…}`, `\c c`.
 */
const reach: Readonly<Record<string, number>> = { d: 40, l: 24, v: 200, c: 32, a: 4 }

/** `before`: the character in front of it. */
export function latexExtent(before: string): Extent {
  let text = ''
  let depth = 0
  let isEscaped = false
  let budget: number | undefined
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
    if (/^\\@ref/.test(text)) return !text.endsWith(')') && text.length < 100
    if (budget === undefined) {
      if (/^[a-zA-Z@]$/.test(character)) return true
      budget = budgetOf(text.slice(1))
    }
    if (character === '{' || character === '[' || (character === '*' && !/[*{}[\]]/.test(text))) return true
    return budget-- > 0
  }

  function environmentGoesOn(): boolean {
    return !text.endsWith('}') || environmentEnd(text, nestingLimit) === 0
  }
}

function kindOf(text: string): Kind {
  if (text === '\\(' || text === '\\[') return 'math'
  if (text === '{\\') return 'group'
  if (text === '(\\') return 'label'
  if (/^\\["'`^~]/.test(text)) return 'accent'
  return /^\\[a-zA-Z@]/.test(text) ? 'command' : 'none'
}

function budgetOf(name: string): number {
  return [...signatureOf(name)].reduce((sum, letter) => sum + (reach[letter] ?? 0), 0)
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
  if (text.startsWith('\\@')) return /^\\@ref\([^()\s]+\)/.exec(text)?.[0].length ?? 0
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
 * `\'{e}`, and `\'e` where it goes on a word: `Universit\'e`. Elsewhere it is CommonMark's escape, as in
 * `\"Only` and `it\'s`.
 */
function accentLength(text: string, before: string): number {
  const [, accent = '', braced, bare = ''] = /^\\(["'`^~])(?:\{(\\?\p{L}{1,2})\}|(\p{L}))/u.exec(text) ?? []
  if (braced !== undefined) return accented(accent, braced) === undefined ? 0 : braced.length + 4
  const isInWord = /^\p{L}$/u.test(before) && bareAccents[accent]?.includes(bare.toLowerCase())
  return bare !== '' && isInWord ? 3 : 0
}

/** The letters that bear an accent in a European language. */
const bareAccents: Readonly<Record<string, string>> = {
  "'": 'aeiouycnz',
  '`': 'aeiou',
  '^': 'aeiou',
  '"': 'aeiouy',
  '~': 'nao',
}
