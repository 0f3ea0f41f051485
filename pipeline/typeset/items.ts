/** A paragraph before it is broken into lines, as TeX has it (Knuth & Plass 1981). Lengths in CSS px. */

export type Item = Box | Glue | Penalty

/** Text or an atom that is not broken. */
export interface Box {
  readonly type: 'box'
  readonly width: number
  /** Its characters, between which tracking goes. */
  readonly letters: number
}

/** A space between words: its natural width; how far it gives is the journal's. */
export interface Glue {
  readonly type: 'glue'
  readonly width: number
  /** Offsets of its characters in the paragraph's text: a line ends before `at` and the next begins at `end`. */
  readonly at: number
  readonly end: number
  /** How far a line that ends before it, and the next line, may hang into the margin. */
  readonly hangBefore: number
  readonly hangAfter: number
}

/** A place where a line may end inside a word, or must end. */
export interface Penalty {
  readonly type: 'penalty'
  /** `Infinity` forbids a break, `-Infinity` forces it. */
  readonly cost: number
  /** Added to a line that ends here: the hyphen, with its kerning. */
  readonly width: number
  /** Added to the line that begins here: the letter after the break loses its kerning. */
  readonly widthAfter: number
  readonly isHyphen: boolean
  /** A hyphen stands at the end of a line that ends here, added or the word's own. */
  readonly endsInHyphen: boolean
  readonly at: number
  readonly end: number
  readonly hangBefore: number
  readonly hangAfter: number
}

/** How the lines of a paragraph are set, in proportion; a journal's `lines`. */
export interface LineStyle {
  /** How far a space stretches and shrinks at most before it is called loose or tight, of its width. */
  readonly stretch: number
  readonly shrink: number
  /** How far the letters are made larger or smaller to fit, of their size. */
  readonly expansion: number
  /** Space added between letters, or taken, where that is not enough: of an em. */
  readonly tracking: number
  /** How far punctuation hangs into the margin, of the usual values. */
  readonly protrusion: number
  /** Cost of a line that ends in a hyphen; TeX's \\hyphenpenalty. */
  readonly 'hyphen-penalty': number
}

/** A line that was broken: the characters from `start` to `end` of its paragraph. */
export interface Line {
  readonly start: number
  /** Behind its last character; the space or soft hyphen at which it is broken is left out. */
  readonly end: number
  readonly isHyphenated: boolean
  /** Whether a hyphen ends it, added or the word's own. */
  readonly endsInHyphen: boolean
  /** Width at natural spaces, hyphen included. */
  readonly natural: number
  readonly spaces: number
  /** Added to each space and to each letter, in px before `scale`. */
  readonly wordSpacing: number
  readonly letterSpacing: number
  /** Size of the letters, of the natural one. */
  readonly scale: number
  /** How far its first character stands to the left of the measure. */
  readonly hang: number
  /** Indent or centring, to the right. */
  readonly offset: number
  /** Width as set, from the first to the last character, hanging parts included. */
  readonly width: number
  /** Space between words as a proportion of the natural one; 1 where there is none. */
  readonly ratio: number
  readonly fault?: 'overfull' | 'loose'
  /** Room over and under it for what is higher than a line; together whole lines of the grid in the text. */
  readonly over?: number
  readonly under?: number
}

/** The lines of a paragraph, and how good they are (TeX's demerits, the less the better). */
export interface BrokenParagraph {
  readonly lines: readonly Line[]
  readonly demerits: number
  /** Set longer or shorter than is best, as the author wishes. */
  readonly isLoosened?: true
}
