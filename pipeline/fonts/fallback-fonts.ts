/**
 * The fonts that stand in where a journal's own have no glyph: an ordered table by script, as data. All are
 * under the SIL Open Font License. A Han character looks different in China, Taiwan, Japan and Korea: the
 * article's language says which is meant, and where it does not, the scripts beside it.
 */
import { scriptOf } from '../values/language.ts'

export interface FallbackFont {
  readonly package: string
  /** The characters that are looked for in it. */
  readonly characters: RegExp
  /** Weights, the regular one first; none is italic. */
  readonly faces: readonly ('400' | '700')[]
  /** The subset that holds all of the font, whatever the package says it is for. */
  readonly whole?: string
  /** Letters and combining marks that stand in different subsets of the journal's fonts are together here. */
  readonly hasMarks?: true
  /** CSS ranges of what its characters are joined with, which other fonts have too. */
  readonly joiners?: string
}

const upright = ['400', '700'] as const
const any = /./su

/** With the marks and forms that go with ideographs. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]/u

const scripts: readonly (readonly [name: string, characters: RegExp])[] = [
  ['naskh-arabic', /\p{Script_Extensions=Arabic}/u],
  ['serif-armenian', /\p{Script=Armenian}/u],
  ['serif-bengali', /\p{Script_Extensions=Bengali}/u],
  ['serif-devanagari', /\p{Script_Extensions=Devanagari}/u],
  ['sans-ethiopic', /\p{Script=Ethiopic}/u],
  ['serif-georgian', /\p{Script=Georgian}/u],
  ['serif-gujarati', /\p{Script_Extensions=Gujarati}/u],
  ['sans-gurmukhi', /\p{Script_Extensions=Gurmukhi}/u],
  ['serif-hebrew', /\p{Script=Hebrew}/u],
  ['sans-kannada', /\p{Script_Extensions=Kannada}/u],
  ['serif-khmer', /\p{Script=Khmer}/u],
  ['serif-lao', /\p{Script=Lao}/u],
  ['serif-malayalam', /\p{Script_Extensions=Malayalam}/u],
  ['serif-myanmar', /\p{Script=Myanmar}/u],
  ['sans-oriya', /\p{Script_Extensions=Oriya}/u],
  ['serif-sinhala', /\p{Script=Sinhala}/u],
  ['serif-tamil', /\p{Script_Extensions=Tamil}/u],
  ['serif-telugu', /\p{Script_Extensions=Telugu}/u],
  ['serif-thai', /\p{Script=Thai}/u],
  ['serif-tibetan', /\p{Script=Tibetan}/u],
]

/** Lines and blocks that meet, in letters of one width: trees of files, boxes in code. */
const boxes: FallbackFont = {
  package: '@fontsource/dejavu-mono',
  characters: /[\u2500-\u259F]/,
  faces: upright,
  whole: 'latin',
}

/** Symbols; the first has most of them, and fits the text. */
const general: readonly FallbackFont[] = [
  { package: '@fontsource/stix-two-math', characters: any, faces: ['400'], whole: 'latin', hasMarks: true },
  { package: '@fontsource/noto-serif', characters: any, faces: upright },
  { package: '@fontsource/noto-sans-math', characters: any, faces: ['400'], whole: 'latin' },
  { package: '@fontsource/noto-sans-symbols', characters: any, faces: upright },
  { package: '@fontsource/noto-sans-symbols-2', characters: any, faces: ['400'] },
  { package: '@fontsource/dejavu-sans', characters: any, faces: upright, whole: 'latin' },
]

const emoji = { package: '@fontsource/noto-emoji', faces: ['400'] } as const
/** Several emoji that are drawn as one, which no subset can: 👩‍🔬, 🇮🇸, 1️⃣. */
const emojiSequence = /(?:\p{Emoji}|\uFE0F)\u200D|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20E3/u
const emojiJoiners = 'U+23, U+2A, U+30-39, U+200D, U+20E3, U+FE0F, U+E0020-E007F'

/** In the order in which they are asked. */
export function fallbackFonts(language: string, text: string): readonly FallbackFont[] {
  const sequences = emojiSequence.test(text) ? { whole: 'emoji', joiners: emojiJoiners } : {}
  return [
    ...scripts.map(([name, characters]) => ({
      package: `@fontsource/noto-${name}`,
      characters,
      faces: upright,
    })),
    ...eastAsianOrder(language, text).map(name => eastAsianFont(name, eastAsian)),
    boxes,
    // An emoji is no symbol of mathematics, though some fonts of those have a few.
    {
      ...emoji,
      ...sequences,
      characters: /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20E3/u,
    },
    ...(sequences.whole === undefined
      ? []
      : [{ ...emoji, ...sequences, characters: /\p{Extended_Pictographic}/u }]),
    ...general,
    { ...emoji, characters: any },
    ...eastAsianOrder(language, text).map(name => eastAsianFont(name, any)),
  ]
}

const ofScript: Readonly<Record<string, string>> = { Hans: 'sc', Hant: 'tc', Jpan: 'jp', Kore: 'kr' }

function eastAsianFont(name: string, characters: RegExp): FallbackFont {
  return { package: `@fontsource/noto-serif-${name}`, characters, faces: upright }
}

function eastAsianOrder(language: string, text: string): readonly string[] {
  const all = ['sc', 'tc', 'jp', 'kr']
  const first = ofScript[scriptOf(language)]
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
  const guess = isJapanese ? 'jp' : /\p{Script=Hangul}/u.test(text) ? 'kr' : 'sc'
  return [...new Set([first ?? guess, guess, ...all])]
}
