/**
 * Commands of the LaTeX package physics, and of derivative, which has the same names, as macros of Temml:
 * `\pdv[2]{f}{x}` → ∂²f/∂x², `\pdv{f}{x}{y}` and `\pdv{f}{x,y}` → ∂²f/∂x∂y, `\dv{x}` → d/dx.
 */
import {
  bracketContent,
  bracketed,
  type Expander,
  isNextToken,
  macroFunction,
  optionalGroup,
  optionalText,
  type TemmlMacro,
  takeMark,
} from './temml-macro.ts'

/** A derivative with this sign: `\dv*[2]{f}{x}`. The star sets it on the line. */
function derivative(sign: string): TemmlMacro {
  return expander => {
    const isFlat = takeMark(expander, '*')
    const order = optionalText(expander)
    const first = optionalGroup(expander) ?? ''
    const second = optionalGroup(expander)
    const third = second === undefined ? undefined : optionalGroup(expander)
    const operand = second === undefined ? '' : first
    const variables = [...(second ?? first).split(','), ...(third === undefined ? [] : [third])]
    const isMixed = variables.length > 1
    const total = order ?? (isMixed ? String(variables.length) : '')
    const power = total === '' || total === '1' ? '' : `^{${total}}`
    const below = variables.map(variable => `${sign} ${variable.trim()}`).join(String.raw`\,`)
    const above = `${sign}${power} ${operand}`
    const divisor = isMixed ? below : `${below}${power}`
    return (isFlat ? `{${above}}/{${divisor}}` : String.raw`\frac{${above}}{${divisor}}`).replaceAll(
      '#',
      '##',
    )
  }
}

/** `\dd[3]{x}`, `\dd x`, `\dd(x)` */
const differential: TemmlMacro = expander => {
  const order = optionalText(expander)
  const power = order === undefined ? '' : `^{${order}}`
  const variable = bracketed(expander, ['(']) ?? optionalGroup(expander) ?? ''
  return String.raw`\mathop{}\!\mathrm{d}${power}${variable}`
}

/** The bracket of these pieces: ⟨a|b⟩. */
function diracs(pieces: readonly string[]): string {
  return String.raw`\left\langle ${pieces.join(String.raw`\middle|`)}\right\rangle `
}

const innerProduct: TemmlMacro = expander => {
  takeMark(expander, '*')
  const left = optionalGroup(expander) ?? ''
  const right = optionalGroup(expander)
  // With one argument, the package braket separates the parts by `|`.
  return diracs(right === undefined ? left.split('|') : [left, right])
}

const outerProduct: TemmlMacro = expander => {
  takeMark(expander, '*')
  const left = optionalGroup(expander) ?? ''
  const right = optionalGroup(expander) ?? left
  return String.raw`\left| ${left}\right\rangle\left\langle ${right}\right| `
}

/** Takes `*` or `**`, which choose between sizes of brackets. */
function takeStars(expander: Expander): void {
  if (takeMark(expander, '*')) takeMark(expander, '*')
}

const expectation: TemmlMacro = expander => {
  takeStars(expander)
  const operator = optionalGroup(expander) ?? ''
  const state = optionalGroup(expander)
  return diracs(state === undefined ? [operator] : [state, operator, state])
}

const matrixElement: TemmlMacro = expander => {
  takeStars(expander)
  const [bra, operator, ket] = [0, 1, 2].map(() => optionalGroup(expander) ?? '')
  return diracs([bra ?? '', operator ?? '', ket ?? ''])
}

/** `\imat{2}`: the rows of the unit matrix. */
const unitMatrix = macroFunction([{ type: 'group' }], ([written = '']) => {
  const size = Math.min(Number.parseInt(written, 10) || 1, mostRows)
  const row = (one: number) => Array.from({ length: size }, (_, at) => (at === one ? '1' : '0')).join(' & ')
  return Array.from({ length: size }, (_, at) => row(at)).join(String.raw` \\ `)
})
/** The largest unit matrix that is written out. */
const mostRows = 20

/** `\mqty(a & b)` → a matrix in these brackets; without brackets if there are none. */
const matrix: TemmlMacro = expander => {
  const kinds = { '(': 'pmatrix', '[': 'bmatrix', '|': 'vmatrix' } as const
  for (const [opening, name] of Object.entries(kinds))
    if (isNextToken(expander, opening)) return inMatrix(name, bracketContent(expander, opening))
  return inMatrix('matrix', optionalGroup(expander) ?? '')
}

function inMatrix(name: string, rows: string): string {
  return String.raw`\begin{${name}}${rows}\end{${name}}`
}

const matrixIn = (name: string): TemmlMacro =>
  macroFunction([{ type: 'group' }], ([rows = '']) => inMatrix(name, rows))

/** Words with space around them; with a star, only after them. */
function words(text: string): TemmlMacro {
  return (expander: Expander) =>
    takeMark(expander, '*') ? String.raw`\text{${text}}\quad ` : String.raw`\quad\text{${text}}\quad `
}

/** A letter in a bold font; with a star in the slope of variables. */
function bold(mark: string): TemmlMacro {
  return (expander: Expander) => {
    const font = takeMark(expander, '*') ? 'boldsymbol' : 'mathbf'
    const letter = expander
      .consumeArg()
      .tokens.map(({ text }) => text)
      .toReversed()
      .join('')
    const bolded = `\\${font}{${letter}}`
    return mark === '' ? bolded : `${mark}{${bolded}}`
  }
}

function named(names: string, macro: TemmlMacro): Record<string, TemmlMacro> {
  return Object.fromEntries(names.split(' ').map(name => [`\\${name}`, macro]))
}

export const physicsMacros: Readonly<Record<string, TemmlMacro>> = {
  ...named('dv derivative odv', derivative(String.raw`\mathrm{d}`)),
  ...named('pdv partialderivative pderivative', derivative(String.raw`\partial`)),
  ...named('fdv functionalderivative fderivative', derivative(String.raw`\delta`)),
  ...named('dd differential', differential),
  ...named('braket innerproduct ip', innerProduct),
  ...named('ketbra outerproduct dyad op', outerProduct),
  ...named('ev expval expectationvalue', expectation),
  ...named('mel matrixel matrixelement', matrixElement),
  ...named('imat identitymatrix', unitMatrix),
  ...named('mqty matrixquantity', matrix),
  ...named('pmqty', matrixIn('pmatrix')),
  ...named('bmqty', matrixIn('bmatrix')),
  ...named('vmqty', matrixIn('vmatrix')),
  ...named('flatfrac', '{#1}/{#2}'),
  ...named('pb poissonbracket', String.raw`\left\{#1,#2\right\}`),
  ...named('vb vectorbold', bold('')),
  ...named('va vectorarrow', bold(String.raw`\vec`)),
  ...named('vu vectorunit', bold(String.raw`\hat`)),
  ...named('qand', words('and')),
  ...named('qor', words('or')),
  ...named('qif', words('if')),
  ...named('qthen', words('then')),
  ...named('qfor', words('for')),
  ...named('qwhere', words('where')),
  ...named('qsince', words('since')),
  ...named('qas', words('as')),
  ...named('qotherwise', words('otherwise')),
  ...named('qcomma qc', String.raw`,\quad `),
}
