import { physicsMacros } from './physics-macros.ts'
import { macroFunction, optionalGroup, repeatedGroup, type TemmlMacro } from './temml-macro.ts'

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

/** `\isotope[14][6]{C}` of the package isotope: ¹⁴₆C */
const isotope = macroFunction(
  [{ type: 'option', open: '[', close: ']' }, { type: 'option', open: '[', close: ']' }, { type: 'group' }],
  ([nucleons = '', protons = '', element = '']) =>
    String.raw`\pres@cript{^{${nucleons}}_{${protons}}}{}{\mathrm{${element}}}`,
)

/** `\ch{H2O}` of the package chemformula. Without braces it is the hyperbolic cosine, as in Russian books. */
const chemicalFormula: TemmlMacro = expander => {
  const formula = optionalGroup(expander)
  return formula === undefined ? String.raw`\operatorname{ch}` : String.raw`\ce{${formula}}`
}

const chemicalArrows =
  'yields|yieldsLeft|yieldsLeftRight|mesomerism|chemequilibrium|equilibriumRight|equilibriumLeft'
/** An upright font that Temml sets for the label below an arrow, `[{\rm …}]`, or above it, `{\rm …}`. */
const uprightLabel = new RegExp(String.raw`((?:\\(?:${chemicalArrows})(?:\[\{|\{)|\}\]\{))\\rm `, 'g')

/** Words with formulas in a chemical formula: `{in $x$}`. An index, `_{in $x$}`, is no such group. */
const wordsWithFormula = /(?<![_^\w])\{([^{}$\\]+\$[^$]*\$[^{}\\]*)\}/g

/**
 * `\ce{A ->[$x$] B}`: chemical signs are upright by themselves, and formulas in labels are italic. The parts
 * of `{in $x$}` get groups of their own, as Temml would print the formula before the words.
 */
const reaction: TemmlMacro = expander => {
  const formula = repeatedGroup(expander) ?? ''
  const apart = formula.replace(wordsWithFormula, (_, content: string) =>
    content.replace(/\$[^$]*\$|[^$]+/g, '{$&}'),
  )
  if (apart !== formula) {
    expander.consumeArg()
    return String.raw`\ce{${apart}}`
  }
  const own = expander.macros.builtins['\\ce']
  const tex = typeof own === 'function' ? String(own(expander)) : ''
  return tex.replace(uprightLabel, '$1')
}

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
  // Temml makes a superscript of \overset over a letter. The class is that of the base in any case.
  '\\overset': '\\stackrel{#1}{#2}',
  // The numerator has LaTeX's strut.
  '\\cfrac': macroFunction(
    [{ type: 'option', open: '[', close: ']' }, { type: 'group' }, { type: 'group' }],
    ([_, above = '', below = '']) =>
      String.raw`{\dfrac{\rule[-0.36em]{0em}{1.2em}${above}}{${below}}}\kern-0.12em `,
  ),
  '\\textmu': '\\text{µ}',
  '\\textdegree': '\\text{°}',
  '\\mathcolor': '\\textcolor{#1}{#2}',
  '\\unicode': character,
  '\\mspace': '\\mkern#1',
  // mathtools: the superscript comes first. Temml takes it for the subscript.
  '\\prescript': '\\pres@cript{^{#1}_{#2}}{}{#3}',
  '\\isotope': isotope,
  // Temml's form needs style sheets of its own. The value is where the arrow of the package cancel ends.
  '\\cancelto': '{\\cancel{#2}}^{\\,#1}',
  '\\ce': reaction,
  '\\ch': chemicalFormula,
  ...physicsMacros,
}
