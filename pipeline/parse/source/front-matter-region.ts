/**
 * Finds the front matter of a manuscript also where the Markdown parser does not expect it: after blank lines
 * and HTML comments, and closed by `...`, both of which pandoc allows.
 */
import type { Point } from 'unist'

interface FrontMatterRegion {
  /** Position of the opening `---`. */
  readonly start: Point & { readonly offset: number }
  readonly close: '---' | '...'
}

/** The text between the marks of the front matter; empty if there is none. */
export function frontMatterOf(text: string): string {
  const region = findFrontMatter(text)
  if (!region) return ''
  const inner = text.slice(region.start.offset).replace(/^---[ \t]*\r?\n/, '')
  return inner.slice(0, /^(?:---|\.\.\.)[ \t]*$/m.exec(inner)?.index ?? 0)
}

/** Finds the front matter. Undefined if the text does not begin with front matter. */
export function findFrontMatter(text: string): FrontMatterRegion | undefined {
  const lead = /^\uFEFF?(?:[ \t]*\r?\n|<!--[\s\S]*?-->[ \t]*\r?\n)*/.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  const open = /^---[ \t]*\r?\n/.exec(rest)?.[0]
  if (open === undefined) return undefined
  const inner = rest.slice(open.length)
  const close = /^(---|\.\.\.)[ \t]*$/m.exec(inner)
  if (!close) return undefined
  // Below a comment `---` can be a thematic break. Front matter has keys, or
  // nothing but comments.
  const lines = inner.slice(0, close.index).trimEnd().split('\n')
  const isComment = lines.every(line => /^\s*#/.test(line))
  const isKeyed = isComment || lines.some(line => /^[\w-]+[ \t]*:/.test(line))
  if (lead.replace('\uFEFF', '') !== '' && !isKeyed) return undefined
  const line = lead.split('\n').length
  return {
    start: { line, column: 1, offset: lead.length },
    close: close[1] === '...' && isKeyed ? '...' : '---',
  }
}
