/**
 * The dialects of Markdown that disagree about the same characters. Syntax that only one of them has, such as
 * a directive or a fenced div, is read in all of them.
 */

/**
 * `pandoc`: a list, a heading or a quotation begins only after a blank line, inside a paragraph its mark is
 * text. `myst`: `%` begins a comment without a space after it, and a formula may have spaces inside its
 * dollar signs. `commonmark`: neither.
 */
export const dialects = ['pandoc', 'myst', 'commonmark'] as const

export type Dialect = (typeof dialects)[number]

/** Programs, journals and sites whose dialect an author may name instead. */
const otherNames: Readonly<Record<string, Dialect>> = {
  bookdown: 'pandoc',
  manubot: 'pandoc',
  quarto: 'pandoc',
  rmarkdown: 'pandoc',
  mystmd: 'myst',
  gfm: 'commonmark',
  github: 'commonmark',
  jose: 'commonmark',
  joss: 'commonmark',
}

/** The names that `dialectNamed` knows. */
export const dialectNames: readonly string[] = [...dialects, ...Object.keys(otherNames)]

/** The dialect of this name, in capitals or not. Undefined for other names. */
export function dialectNamed(name: string): Dialect | undefined {
  const key = name.trim().toLowerCase()
  const own = dialects.find(dialect => dialect === key)
  return own ?? (Object.hasOwn(otherNames, key) ? otherNames[key] : undefined)
}

declare module 'vfile' {
  interface DataMap {
    /** The dialect of the text. Default: `commonmark`. */
    dialect: Dialect
  }
}
