/**
 * Mistakes in the syntax of a journal's style sheet. A browser passes over what it cannot read, and with it
 * often the rest of the file, without a word.
 */
import { type CssToken, cssTokens } from './css-tokens.ts'

export interface CssProblem {
  readonly reason: string
  readonly note?: string
  /** The number of characters before it. */
  readonly at: number
}

const pairs: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[' }

/** Finds the mistakes of a style sheet, in their order. */
export function cssProblems(css: string): readonly CssProblem[] {
  const problems: CssProblem[] = []
  const open: CssToken[] = []
  let statement: CssToken[] = []
  const end = () => {
    problems.push(
      ...statementProblems(
        statement,
        open.some(({ text }) => text === '{'),
      ),
    )
    statement = []
  }
  for (const token of cssTokens(css)) {
    const { kind, text, at } = token
    const unended = kind === 'sign' ? undefined : unendedPiece(token)
    if (unended) problems.push(unended)
    if (kind === 'comment') continue
    const isSign = kind === 'sign'
    if (isSign && '{(['.includes(text)) {
      open.push(token)
      if (text === '{') statement = []
      else statement.push(token)
    } else if (isSign && pairs[text] !== undefined) {
      if (open.at(-1)?.text !== pairs[text]) {
        problems.push({ reason: `Unexpected \`${text}\` in the style sheet, nothing is open before it`, at })
        // A brace ends whatever was open inside its rule.
        const rule = text === '}' ? open.findLastIndex(other => other.text === '{') : -1
        if (rule < 0) continue
        open.length = rule + 1
      }
      if (text === '}') end()
      else statement.push(token)
      open.pop()
    } else if (isSign && text === ';' && open.at(-1)?.text !== '(') end()
    else statement.push(token)
  }
  const rest = open.at(-1)
  if (rest) {
    problems.push({
      reason: `Unexpected \`${rest.text}\` in the style sheet, which is never closed`,
      note: 'Everything after it is passed over by browsers.',
      at: rest.at,
    })
  } else problems.push(...statementProblems(statement, false))
  return problems.toSorted((a, b) => a.at - b.at)
}

/** A comment, a string or an address that goes on to the end of the file or line. */
function unendedPiece({ kind, text, at }: CssToken): CssProblem | undefined {
  if (kind === 'comment' && (text.length < 4 || !text.endsWith('*/')))
    return { reason: 'Unexpected comment without an end in the style sheet, expected `*/`', at }
  if (kind === 'string' && (text.length < 2 || text.at(-1) !== text[0]))
    return { reason: `Unexpected text without an end in the style sheet, expected \`${text[0]}\``, at }
  if (kind === 'address' && !text.endsWith(')'))
    return { reason: 'Unexpected address without an end in the style sheet, expected `)`', at }
  return undefined
}

/** What is wrong with a statement that ends with `;` or at the end of its rule. */
function statementProblems(tokens: readonly CssToken[], isInRule: boolean): readonly CssProblem[] {
  const parts = tokens.filter(({ kind }) => kind !== 'space')
  const [first, colon] = parts
  if (!first || first.text.startsWith('@')) return []
  const text = tokens
    .map(token => token.text)
    .join('')
    .trim()
  const shown = text.replace(/\s+/g, ' ').slice(0, 40)
  if (!isInRule)
    return [
      {
        reason: `Unexpected \`${shown}\` in the style sheet, expected a rule \`selector { … }\``,
        at: first.at,
      },
    ]
  if (first.kind !== 'word' || colon?.text !== ':' || parts.length < 3) {
    if (first.text.startsWith('--') && colon?.text === ':') return []
    return [
      { reason: `Unexpected \`${shown}\` in the style sheet, expected \`property: value;\``, at: first.at },
    ]
  }
  const next = /\n\s*([a-z-]+)\s*:\s/i.exec(text)
  if (!next || first.text.startsWith('--')) return []
  return [{ reason: `Missing \`;\` before \`${next[1]}\` in the style sheet`, at: first.at }]
}
