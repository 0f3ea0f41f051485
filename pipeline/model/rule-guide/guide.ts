/** What the guide says about a rule, and how its example becomes a manuscript. */

/** Text files by name. */
export type Files = Readonly<Record<string, string>>

interface Guide {
  /** What readers of the article would get, or what Offprint does instead. One or two sentences. */
  readonly why: string
  /** What suffers. Default: `all`, the PDF and the web edition. */
  readonly outputs?: 'all' | 'pdf' | 'web' | 'none'
}

/** Input that provokes the message, and the same mended. The sign ‸ marks the place of the message. */
export interface Example {
  /**
   * Where the excerpts stand: in the text of an article, in its front matter, in the bibliography of an
   * article that cites `doe2001`, or in complete files.
   */
  readonly at: 'text' | 'front matter' | 'bibliography' | 'files'
  readonly wrong: string | Files
  readonly right: string | Files
  /** Further files that both need. They are not shown. */
  readonly beside?: Files
  /** The front matter's further lines, which are not shown. */
  readonly front?: string
}

/** Words typed in a terminal. */
interface CommandExample {
  readonly at: 'command'
  readonly wrong: string
  readonly right: string
}

/** The message is no mistake of the author's. */
interface NoExample {
  readonly at: 'none'
  /** What to do. */
  readonly remark: string
}

export type RuleGuide = Guide & (Example | CommandExample | NoExample)

export const sign = '‸'

/** A drawing that examples use, `map.svg`. */
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

/** The files of a manuscript with an excerpt of an example. */
export function manuscriptOf({ at, beside = {}, front = '' }: Example, excerpt: string | Files): Files {
  const files = { 'map.svg': drawing, ...beside }
  if (typeof excerpt !== 'string') return { ...files, ...excerpt }
  if (at === 'bibliography') {
    const head = `---\ntitle: T\nbibliography: references.bib\n${front}---\n`
    return { ...files, 'article.md': `${head}\nAs [@doe2001].\n`, 'references.bib': excerpt }
  }
  const lines = at === 'front matter' ? `${front}${excerpt}\n` : front
  const text = at === 'text' ? excerpt : 'Text.'
  return { ...files, 'article.md': `---\ntitle: T\n${lines}---\n\n${text}\n` }
}

/** An excerpt without the sign. */
export function withoutSign(text: string): string {
  return text.replace(sign, '')
}
