import { physicsMacros } from './physics-macros.ts'
import { macroFunction, type TemmlMacro } from './temml-macro.ts'
import { unitMacros } from './unit-macros.ts'

/**
 * `\unicode{x1D7D9}` and `\unicode[font]{8224}` of MathJax: the character with this code.
 */
const character = macroFunction(
  [{ type: 'option', open: '[', close: ']' }, { type: 'group' }],
  ([, written = '']) => {
    const code = Number(written.trim().replace(/^x/i, '0x'))
    const isCharacter = Number.isInteger(code) && code > 0x20 && code <= 0x10_ff_ff
    return isCharacter ? `{${String.fromCodePoint(code)}}` : `\\text{${written}}`
  },
)

/**
 * Macros that authors use in formulas and Temml does not have, from packages other than amsmath. A macro that
 * the author defines replaces the macro of the same name in this list.
 */
export const formulaMacros: Readonly<Record<string, TemmlMacro>> = {
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\bbm': '\\mathbb{#1}',
  '\\ensuremath': '#1',
  '\\mbox': '\\text{#1}',
  '\\nicefrac': '{^{#1}\\!/_{#2}}',
  '\\mbf': '\\mathbf{#1}',
  '\\umu': '\\mu',
  '\\upi': '\\pi',
  '\\upartial': '\\partial',
  // The mark at the end of a proof is the journal's.
  '\\qedhere': '',
  '\\ud': '\\mathrm{d}',
  '\\textmu': '\\text{µ}',
  '\\textdegree': '\\text{°}',
  '\\mathcolor': '\\textcolor{#1}{#2}',
  '\\unicode': character,
  ...unitMacros,
  ...physicsMacros,
}
