/**
 * Where the front matter stands in a manuscript, as far as the parser needs to be told: after blank lines and
 * HTML comments at the head, and ended by `...` as pandoc allows.
 */
import type { Point } from 'unist'

export interface FrontMatterRegion {
  /** Where `---` stands. */
  readonly start: Point & { readonly offset: number }
  readonly close: '---' | '...'
}

/** Its text, between its marks; empty where there is none. */
export function frontMatterOf(text: string): string {
  const region = findFrontMatter(text)
  if (!region) return ''
  const inner = text.slice(region.start.offset).replace(/^---[ \t]*\r?\n/, '')
  return inner.slice(0, /^(?:---|\.\.\.)[ \t]*$/m.exec(inner)?.index ?? 0)
}

/** Undefined where the text does not begin with front matter. */
export function findFrontMatter(text: string): FrontMatterRegion | undefined {
  const lead = /^\uFEFF?(?:[ \t]*\r?\n|<!--[\s\S]*?-->[ \t]*\r?\n)*/.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  const open = /^---[ \t]*\r?\n/.exec(rest)?.[0]
  if (open === undefined) return undefined
  const inner = rest.slice(open.length)
  const close = /^(---|\.\.\.)[ \t]*$/m.exec(inner)
  if (!close) return undefined
  // Below a comment `---` may be a rule: keys tell the two apart.
  const isKeyed = /^[\w-]+[ \t]*:/m.test(inner.slice(0, close.index))
  if (lead.replace('\uFEFF', '') !== '' && !isKeyed) return undefined
  const line = lead.split('\n').length
  return {
    start: { line, column: 1, offset: lead.length },
    close: close[1] === '...' && isKeyed ? '...' : '---',
  }
}
