/**
 * The fonts for characters that a journal's fonts lack: an ordered table by script. All are under the SIL
 * Open Font License. A Han character looks different in China, Taiwan, Japan and Korea; the article's
 * language decides which form is meant, else the scripts that appear beside it.
 */
import { scriptOf } from '../values/language.ts'

export interface FallbackFont {
  readonly package: string
  /** The characters that are looked for in this font. */
  readonly characters: RegExp
  /** The weights, regular first; there are no italic faces. */
  readonly faces: readonly ('400' | '700')[]
  /** The subset whose file contains the whole font, whatever its declared range. */
  readonly whole?: string
  /**
   * True if letters and combining marks that are in different subsets of journals' fonts are in one file
   * here.
   */
  readonly hasMarks?: true
  /** CSS ranges of the characters that join the characters of this font, such as the zero-width joiner. */
  readonly joiners?: string
}

const upright = ['400', '700'] as const
const any = /./su

/** East Asian scripts, with the punctuation and full-width forms that are used with ideographs. */
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

/**
 * Box-drawing characters, as in trees of files and boxes in code. They must touch each other, so all are from
 * one font and have one width.
 */
const boxes: FallbackFont = {
  package: '@fontsource/dejavu-mono',
  characters: /[\u2500-\u259F]/,
  faces: upright,
  whole: 'latin',
}

/** Fonts for symbols; the first has most of them and fits the text. */
const general: readonly FallbackFont[] = [
  { package: '@fontsource/stix-two-math', characters: any, faces: ['400'], whole: 'latin', hasMarks: true },
  { package: '@fontsource/noto-serif', characters: any, faces: upright },
  { package: '@fontsource/noto-sans-math', characters: any, faces: ['400'], whole: 'latin' },
  { package: '@fontsource/noto-sans-symbols', characters: any, faces: upright },
  { package: '@fontsource/noto-sans-symbols-2', characters: any, faces: ['400'] },
  { package: '@fontsource/dejavu-sans', characters: any, faces: upright, whole: 'latin' },
]

const emoji = { package: '@fontsource/noto-emoji', faces: ['400'] } as const
/**
 * Sequences of emoji that are drawn as one sign: 👩‍🔬, 🇮🇸, 1️⃣. They need the whole font, because a subset
 * cannot draw them.
 */
const emojiSequence = /(?:\p{Emoji}|\uFE0F)\u200D|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20E3/u
const emojiJoiners = 'U+23, U+2A, U+30-39, U+200D, U+20E3, U+FE0F, U+E0020-E007F'

/** The fonts to search, in order. */
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
    // Emoji come before the fonts for mathematics, because some of these have a few emoji as symbols.
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
