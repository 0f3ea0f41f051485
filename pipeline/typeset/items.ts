/**
 * A paragraph as boxes, glue and penalties (Knuth & Plass 1981), and the lines into which it is broken.
 * Lengths in CSS px.
 */

export type Item = Box | Glue | Penalty

/** A piece of text or an atom that is not broken. */
interface Box {
  readonly type: 'box'
  readonly width: number
  /** Number of characters in the box, between which tracking is added. */
  readonly letters: number
}

/** A space between words. The journal decides how far it stretches and shrinks (`LineStyle`). */
interface Glue {
  readonly type: 'glue'
  /** Natural width in CSS px. */
  readonly width: number
  /** True for a space of code, which neither stretches nor shrinks. */
  readonly isFixed?: true
  /**
   * Offsets into the text of the paragraph: a line broken here ends at `at`, and the next begins at `end`.
   */
  readonly at: number
  readonly end: number
  /** How far the last character before a break here hangs into the right margin. */
  readonly hangBefore: number
  /** How far the first character after a break here hangs into the left margin. */
  readonly hangAfter: number
}

/** A place inside a word where a line may end, or any place where it must end. */
interface Penalty {
  readonly type: 'penalty'
  /** `Infinity` forbids a break, `-Infinity` forces it. */
  readonly cost: number
  /** Width that is added to a line that ends here: the hyphen with its kerning. */
  readonly width: number
  /** Width that is added to a line that begins here, whose first letter loses its kerning. */
  readonly widthAfter: number
  readonly isHyphen: boolean
  /** True for a hyphen in a name, which costs twice as much. */
  readonly isCapitalized?: true
  /** In code: the indent of a line that begins here and continues the line before it. */
  readonly continued?: number
  /** Whether a line that ends here shows a hyphen at its end: an added one or one of the word. */
  readonly endsInHyphen: boolean
  readonly at: number
  readonly end: number
  readonly hangBefore: number
  readonly hangAfter: number
}

/** The limits of hyphenation: the key `lines.hyphens` of a journal. */
export interface HyphenLimits {
  /** The least number of letters before and after a hyphen, and of a word that is divided. */
  readonly before: number
  readonly after: number
  readonly 'shortest-word': number
  /** The greatest number of lines in a row that end in a hyphen; at most 3. */
  readonly 'in-a-row': number
  /** False if words with a capital are not divided, except in German. */
  readonly capitalized: boolean
}

/** How the lines of a paragraph are set: the key `lines` of a journal. */
export interface LineStyle {
  /**
   * How far a space stretches and shrinks before the line counts as loose or tight, as a share of its width.
   */
  readonly stretch: number
  readonly shrink: number
  /** How far letters are usually scaled to fill a line, as a share of their size (`lines/fit-line.ts`). */
  readonly expansion: number
  /** Space that is usually added or removed between letters if scaling is not enough, in em. */
  readonly tracking: number
  /** How far punctuation hangs into the margin, as a factor of the values in `lines/protrusion.ts`. */
  readonly protrusion: number
  /** Penalty of a line that ends in an added hyphen. TeX's \hyphenpenalty. */
  readonly 'hyphen-penalty': number
  /** Limits of hyphenation; without them, at most two lines in a row end in a hyphen. */
  readonly hyphens?: HyphenLimits
}

/** A line of a paragraph: its characters from `start` to `end`. */
export interface Line {
  readonly start: number
  /** Offset after the last character of the line. The space or soft hyphen at the break is left out. */
  readonly end: number
  readonly isHyphenated: boolean
  /** Whether the line shows a hyphen at its end: an added one or one of the word. */
  readonly endsInHyphen: boolean
  /** Width with natural spaces and with the hyphen. */
  readonly natural: number
  readonly spaces: number
  /** Space that is added to each space and to each letter, in px before `scale`. */
  readonly wordSpacing: number
  readonly letterSpacing: number
  /** Factor of the natural size of the letters of the line. */
  readonly scale: number
  /** How far the first character of the line hangs into the left margin. */
  readonly hang: number
  /** Indent in CSS px. */
  readonly offset: number
  /** True for a line of code that continues the line before it. */
  readonly isContinued?: true
  /** Width as set, from the first to the last character, with hanging parts. */
  readonly width: number
  /** Space between words as a factor of the natural space; 1 without spaces. */
  readonly ratio: number
  readonly fault?: 'overfull' | 'loose'
  /** White space above a tall formula or image (`lines/tall-lines.ts`). */
  readonly over?: number
  /** White space below the tall formula or image. */
  readonly under?: number
}

/** The lines of a paragraph and their demerits in TeX's scale: the fewer, the better. */
export interface BrokenParagraph {
  readonly lines: readonly Line[]
  readonly demerits: number
  /** Present if the author asked for this number of lines. */
  readonly isLoosened?: true
}
