/**
 * Features of fonts that a style sheet asks for, such as small capitals. A browser makes up small capitals
 * that a font lacks from smaller capitals, and passes over the other features, without a word.
 */
import { type CssToken, cssTokens } from './css-tokens.ts'

export interface FeatureWish {
  /** Four letters, such as `smcp`. */
  readonly feature: string
  /** The declaration that asks for it: `font-variant-caps: small-caps`. */
  readonly declaration: string
  /** The number of characters before it. */
  readonly at: number
}

const featuresOfValues: Readonly<Record<string, readonly string[]>> = {
  'small-caps': ['smcp'],
  'all-small-caps': ['smcp', 'c2sc'],
  'oldstyle-nums': ['onum'],
}
const smallCapitals = ['smcp', 'c2sc']

/**
 * The features that a style sheet asks for, each at its first place. A rule with
 * `font-synthesis-small-caps: auto` says that its small capitals may be made up.
 */
export function featureWishes(css: string): readonly FeatureWish[] {
  const wishes = piecesBetween(cssTokens(css), /^[{}]$/).flatMap(block => {
    const declarations = piecesBetween(block, /^;$/).map(tokens => tokens.filter(isMeant))
    const isMadeUp = declarations.some(
      tokens => tokens.map(({ text }) => text).join('') === 'font-synthesis-small-caps:auto',
    )
    return declarations
      .flatMap(wishesOf)
      .filter(({ feature }) => !isMadeUp || !smallCapitals.includes(feature))
  })
  return wishes.filter(({ feature }, index) => wishes.findIndex(other => other.feature === feature) === index)
}

function piecesBetween(tokens: readonly CssToken[], separator: RegExp): readonly (readonly CssToken[])[] {
  const pieces: CssToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'sign' && separator.test(token.text)) pieces.push([])
    else pieces.at(-1)?.push(token)
  }
  return pieces
}

function isMeant({ kind }: CssToken): boolean {
  return kind !== 'comment' && kind !== 'space'
}

function wishesOf(tokens: readonly CssToken[]): readonly FeatureWish[] {
  const [name, colon, ...value] = tokens
  if (!name || colon?.text !== ':') return []
  const wish = (feature: string, text: string) => ({
    feature,
    declaration: `${name.text}: ${text}`,
    at: name.at,
  })
  if (/^font(?:-variant(?:-caps|-numeric)?)?$/i.test(name.text)) {
    return value.flatMap(({ kind, text }) =>
      kind === 'word' ? (featuresOfValues[text.toLowerCase()] ?? []).map(feature => wish(feature, text)) : [],
    )
  }
  if (!/^font-feature-settings$/i.test(name.text)) return []
  return value.flatMap(({ kind, text }, index) =>
    kind === 'string' && !/^(?:0|off)$/i.test(value[index + 1]?.text ?? '')
      ? [wish(text.slice(1, -1), text)]
      : [],
  )
}
