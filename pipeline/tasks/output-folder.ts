import { dirname, join } from '../host/paths.ts'

/** The folder for the files of a manuscript: `output/` beside it. `path`: its folder or its Markdown file. */
export function outputFolder(path: string): string {
  return join(/\.(md|markdown|qmd|rmd)$/i.test(path) ? dirname(path) : path, 'output')
}
