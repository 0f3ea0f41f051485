/** Names of files that hold text of an article, and of those beside it that do not. */
import { basename, extname } from 'node:path'

/** Names that say nothing: outputs are called after the folder then. Preferred in this order. */
export const generalNames = ['article', 'paper', 'main', 'index', 'manuscript', 'template', 'skeleton']

const besides = /^(readme|license|licence|contributing|changelog|news|code_of_conduct|security)$/i

/** Markdown of any family, by its ending. */
export function isTextName(name: string): boolean {
  return /\.(md|markdown|qmd|rmd)$/i.test(name)
}

export function stemOf(name: string): string {
  return basename(name, extname(name))
}

/** Those that can be the article; a name with `_` at its beginning is that of a part, after Quarto and bookdown. */
export function manuscriptNames(names: readonly string[]): readonly string[] {
  return names.filter(name => isTextName(name) && !besides.test(stemOf(name)) && !name.startsWith('_'))
}

/** The one that is to be taken without asking. */
export function preferredName(names: readonly string[]): string | undefined {
  const found = generalNames.flatMap(general =>
    names.filter(name => isTextName(name) && stemOf(name).toLowerCase() === general),
  )
  return found[0]
}
