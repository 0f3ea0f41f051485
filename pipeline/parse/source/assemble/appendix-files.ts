/**
 * papaja's appendices, `appendix: "items.Rmd"` in the front matter → lines at the end of the text that
 * include the files:
 *
 *     \appendix
 *
 *     {{< include items.Rmd >}}
 */
import type { VFile } from 'vfile'
import { z } from 'zod'
import { readYaml } from '../../../values/yaml-source.ts'
import { findFrontMatter, frontMatterOf } from '../front-matter-region.ts'
import { type Line, madeLine } from './lines.ts'
import { isTextName } from './text-files.ts'

const settings = z.object({
  appendix: z.union([z.string().transform(name => [name]), z.array(z.string())]).optional(),
})

/** The lines to put after the text; empty if the front matter names no files. */
export function appendixLines(file: VFile): readonly Line[] {
  const text = String(file)
  const frontMatter = frontMatterOf(text)
  const at = frontMatter.split('\n').findIndex(line => /^appendix[ \t]*:/.test(line))
  const region = findFrontMatter(text)
  if (at < 0 || !region) return []
  const { value } = readYaml(frontMatter, { line: 1, column: 1 })
  const names = (settings.safeParse(value).data?.appendix ?? []).filter(isTextName)
  if (names.length === 0) return []
  const origin = { file, line: region.start.line + 1 + at, shift: 0 }
  const includes = names.flatMap(name => ['', `{{< include ${name} >}}`])
  return ['', String.raw`\appendix`, ...includes].map(line => madeLine(line, origin))
}
