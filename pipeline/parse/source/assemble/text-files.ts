/** Which files of a folder can be the article, by their names. */
import { basename, extname } from '../../../host/paths.ts'

/** General names of articles, in order of preference. Outputs of such a file are named after its folder. */
export const generalNames = ['article', 'paper', 'main', 'index', 'manuscript', 'template', 'skeleton']

const documentation = /^(readme|license|licence|contributing|changelog|news|code_of_conduct|security)$/i

/** True if the file has the extension of Markdown, Quarto or R Markdown. */
export function isTextName(name: string): boolean {
  return /\.(md|markdown|qmd|rmd)$/i.test(name)
}

export function stemOf(name: string): string {
  return basename(name, extname(name))
}

/** The names that can be the article's. Names that begin with `_` are parts, as in Quarto and bookdown. */
export function manuscriptNames(names: readonly string[]): readonly string[] {
  return names.filter(name => isTextName(name) && !documentation.test(stemOf(name)) && !name.startsWith('_'))
}

/** The name that is chosen even if there are several candidates. */
export function preferredName(names: readonly string[]): string | undefined {
  const generalFiles = generalNames.flatMap(general =>
    names.filter(name => isTextName(name) && stemOf(name).toLowerCase() === general),
  )
  return generalFiles[0]
}
