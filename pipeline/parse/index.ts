/**
 * Stage 1: the files of a manuscript → `Manuscript`, which holds what the author wrote, typed and with
 * positions. Nothing is computed from it. Mistakes become messages on the files that contain them.
 */
import type { Root, Yaml } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { readBibliographies } from '../bibliography/read/index.ts'
import type { Host } from '../host/index.ts'
import type { Manuscript } from '../model/article.ts'
import { reportFatal } from '../model/diagnostics.ts'
import type { Dialect } from '../model/dialect.ts'
import { type FrontMatter, readFrontMatter } from './front-matter/index.ts'
import { parseMarkdown } from './markdown/index.ts'
import { findCellOutputs } from './passes/cell-outputs.ts'
import { reportCounterCommands } from './passes/counter-commands.ts'
import { readFloatKinds } from './passes/float-kinds.ts'
import { readFrontTexts } from './passes/front-texts.ts'
import { placeIncludedImages } from './passes/included-images.ts'
import { reportListsOfThings } from './passes/lists-of-things.ts'
import { numberEquations } from './passes/number-equations.ts'
import { placeParts } from './passes/page-parts.ts'
import { readMarkup } from './passes/read-markup.ts'
import { readShortcodes, type ShortcodeValues, shortcodeValues } from './passes/shortcodes.ts'
import { substitute } from './passes/substitutions.ts'
import { placeUncited } from './passes/uncited.ts'
import { assemble } from './source/assemble/index.ts'
import { findDialect } from './source/dialect.ts'

export { readBibliographies } from '../bibliography/read/index.ts'
export { readMetadata } from './front-matter/read-metadata.ts'
export { type FoundDialect, findDialect } from './source/dialect.ts'
export { type FoundArticle, type FoundArticles, findArticles } from './source/find-articles.ts'
export { findManuscript } from './source/find-manuscript.ts'

interface ParseInput {
  /** The text of the manuscript, or of its first part, already read as UTF-8. */
  readonly file: VFile
  /** The parts after it, in order. */
  readonly parts?: readonly VFile[]
  /** True if the settings of a project, not the first file, contain the title of the article. */
  readonly isTitled?: boolean
  /** The folder of the manuscript. */
  readonly folder: string
  /** The folder that files may be read from. Default: `folder`. */
  readonly root?: string
  readonly slug: string
  readonly host: Host
  /** The dialect that the user asked for. Default: the one that the manuscript's own signs name. */
  readonly asked?: Dialect | undefined
}

/** What the passes over the text need besides the tree. */
interface PassInput {
  readonly file: VFile
  readonly folder: string
  readonly host: Host
  readonly frontMatter: FrontMatter
  readonly shortcodes: ShortcodeValues
}

/** The passes over the text, in order. Each changes `body` in place. */
const passes: readonly ((body: Root, input: PassInput) => unknown)[] = [
  // Runs before the substitutions: their images are named from the manuscript's folder, not from an included
  // file.
  (body, { file, folder, host }) => placeIncludedImages(body, file, folder, host),
  // Runs after the included images: stored pictures already have addresses relative to the manuscript's
  // folder.
  (body, { file, folder, host }) => findCellOutputs(body, { file, folder, host }),
  // Runs before the shortcodes and the markup: a substituted text may contain both.
  (body, { file, frontMatter }) => substitute(body, frontMatter, file),
  // Runs before the markup, which reads the wishes and credits of figures.
  (body, { frontMatter }) => readFloatKinds(body, frontMatter.metadata['float-kinds'] ?? []),
  // Runs before the markup: the values of shortcodes may contain links and HTML.
  (body, { file, shortcodes }) => readShortcodes(body, file, shortcodes),
  (body, { file }) => readMarkup(body, file),
]

/**
 * Reads a manuscript. Returns undefined, with a fatal message on `file`, if the manuscript has neither text
 * nor abstract.
 */
export async function parse(input: ParseInput): Promise<Manuscript | undefined> {
  const { folder, slug, host, root = folder } = input
  input.file.data.dialect = (await findDialect({ ...input, root })).dialect
  const { file, sources } = await assemble({ ...input, root })
  const tree = parseMarkdown(file)
  const [first, ...rest] = tree.children
  const yaml = first?.type === 'yaml' ? first : undefined
  const body: Root = { ...tree, children: yaml ? rest : tree.children }
  const shortcodes = await shortcodeValues({
    source: String(file),
    frontMatter: yaml?.value ?? '',
    root,
    host,
  })
  const frontMatter = await readFrontMatter({ file, yaml, folder, host })
  for (const pass of passes) await pass(body, { file, folder, host, frontMatter, shortcodes })
  if (frontMatter.metadata['number-equations'] === 'true') numberEquations(body)
  const writtenAbstract = placeParts(body)
  if (body.children.length === 0 && frontMatter.metadata.abstract === undefined && !writtenAbstract) {
    return reportFatal(file, 'manuscript-empty', {
      reason: 'Unexpected end of the manuscript, expected text after the front matter',
      place: endOf(yaml),
      note: 'Write the article below the front matter, in Markdown.',
    })
  }
  reportListsOfThings(file)
  reportCounterCommands(file)
  placeUncited(body, frontMatter)
  const { metadata, placeOf, originOf, folders, files } = frontMatter
  const bibliography = await readBibliographies({ file, folder, metadata, placeOf, folders, host })
  for (const source of files) source.data.dialect = file.data.dialect ?? 'commonmark'
  const frontTexts = readFrontTexts(frontMatter, shortcodes)
  return {
    file,
    folder,
    root,
    slug,
    metadata,
    placeOf,
    originOf,
    ...frontTexts,
    abstract: [...frontTexts.abstract, ...(writtenAbstract ?? [])],
    body,
    references: bibliography.references,
    referenceSources: bibliography.sources,
    referenceAliases: bibliography.aliases,
    files: [...sources, ...files, ...bibliography.files],
  }
}

function endOf(yaml: Yaml | undefined): Point {
  return yaml?.position?.end ?? { line: 1, column: 1 }
}
