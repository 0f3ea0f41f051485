/**
 * Finds the dialect of a manuscript (`pipeline/model/dialect.ts`). The first sign of this list decides: what
 * the user asked for, the key `dialect`, the extension of the file, the settings of a project, keys that only
 * one program reads, directives and roles of MyST in the text. Without a sign it is CommonMark.
 */

import type { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { dirname } from '../../host/paths.ts'
import { type Dialect, dialectNamed } from '../../model/dialect.ts'
import { isRecord } from '../../values/record.ts'
import { readYaml } from '../../values/yaml-source.ts'
import { textState } from './assemble/text-state.ts'
import { frontMatterOf } from './front-matter-region.ts'
import { findMetadataBlocks } from './metadata-blocks.ts'

export interface FoundDialect {
  readonly dialect: Dialect
  /** The sign that decided, to be read after "because": `the file is called paper.qmd`. */
  readonly reason: string
}

interface DialectInput {
  /** The text of the manuscript, or of its first part. */
  readonly file: VFile
  readonly folder: string
  /** The folder of the project, at or above `folder`. */
  readonly root: string
  readonly host: Host
  /** The dialect that the user asked for. */
  readonly asked?: Dialect | undefined
}

export async function findDialect({ file, folder, root, host, asked }: DialectInput): Promise<FoundDialect> {
  if (asked) return { dialect: asked, reason: 'the command line says so' }
  const text = String(file)
  const keys = keysOf(text)
  return (
    dialectOfKey(keys) ??
    dialectOfName(file) ??
    dialectOfRmarkdownOrQuarto(keys) ??
    (await dialectOfProject(folder, root, host)) ??
    dialectOfJoss(keys) ??
    dialectOfOtherKeys(keys, text) ??
    dialectOfText(text) ?? { dialect: 'commonmark', reason: 'nothing says otherwise' }
  )
}

/** The front matter as a record. Empty if there is none, or if its YAML is broken beyond reading. */
function keysOf(text: string): Readonly<Record<string, unknown>> {
  const { value } = readYaml(frontMatterOf(text), { line: 1, column: 1 })
  return isRecord(value) ? value : {}
}

function dialectOfKey({ dialect: value }: Readonly<Record<string, unknown>>): FoundDialect | undefined {
  const dialect = typeof value === 'string' ? dialectNamed(value) : undefined
  return dialect && { dialect, reason: 'the front matter has the key `dialect`' }
}

function dialectOfName({ basename, extname }: VFile): FoundDialect | undefined {
  return /^\.(?:qmd|rmd)$/i.test(extname ?? '')
    ? { dialect: 'pandoc', reason: `the file is called ${basename}` }
    : undefined
}

/** Keys that only Quarto and R Markdown read. They also decide inside a project of another program. */
const ofQuarto = 'execute knitr format crossref output'

/** Keys that pandoc, its templates for LaTeX, or its filters read. */
const ofPandoc = `from reader filters header-includes include-before include-after documentclass classoption
  geometry fontsize mainfont sansfont monofont papersize linestretch margin-left margin-right
  numbersections number-sections secnumdepth toc lof lot colorlinks link-citations link-bibliography
  link-references reference-section-title suppress-bibliography notes-after-punctuation pdf-engine
  nocite csl biblio-style natbib cref codeBlockCaptions figPrefix eqnPrefix tblPrefix lstPrefix secPrefix
  figureTitle tableTitle listingTitle figureTemplate tableTemplate figLabels tblLabels eqLabels lstLabels
  autoEqnLabels autoSectionLabels linkReferences nameInLink tableEqns subfigGrid chapters chaptersDepth
  lofTitle lotTitle lolTitle listings xnos-cleveref fignos-cleveref tablenos-cleveref eqnos-cleveref`

/** Keys that mystmd, Jupyter Book or jupytext read. */
const ofMyst = `kernelspec jupytext exports export downloads numbering parts thebe open_access myst
  site abbreviations settings thumbnail banner short_title content_includes_title venue biblio`

function dialectOfRmarkdownOrQuarto(keys: Readonly<Record<string, unknown>>): FoundDialect | undefined {
  return dialectOfList(keys, ofQuarto, 'pandoc')
}

function dialectOfOtherKeys(keys: Readonly<Record<string, unknown>>, text: string): FoundDialect | undefined {
  if (findMetadataBlocks(text).fields.length > 0)
    return { dialect: 'pandoc', reason: 'the file begins with a title block' }
  return dialectOfList(keys, ofPandoc, 'pandoc') ?? dialectOfList(keys, ofMyst, 'myst')
}

function dialectOfList(
  keys: Readonly<Record<string, unknown>>,
  list: string,
  dialect: Dialect,
): FoundDialect | undefined {
  const key = list.split(/\s+/).find(name => keys[name] !== undefined)
  return key === undefined ? undefined : { dialect, reason: `the front matter has the key \`${key}\`` }
}

/** The settings of a project, by the program: a name in the project's folder, or in one below it. */
const settings: readonly (readonly [name: RegExp, dialect: Dialect])[] = [
  [/^_quarto\.ya?ml$/, 'pandoc'],
  [/^_bookdown\.yml$/, 'pandoc'],
  [/^myst\.ya?ml$/, 'myst'],
  [/^_toc\.yml$/, 'myst'],
]

async function dialectOfProject(folder: string, root: string, host: Host): Promise<FoundDialect | undefined> {
  for (let path = folder; ; path = dirname(path)) {
    const names = (await host.list(path)) ?? []
    for (const [pattern, dialect] of settings) {
      const name = names.find(candidate => pattern.test(candidate))
      if (name !== undefined) return { dialect, reason: `the project has a file ${name}` }
    }
    const isManubot = names.some(name => /^metadata\.ya?ml$/.test(name)) && names.some(isNumbered)
    if (isManubot) return { dialect: 'pandoc', reason: 'the folder is one of Manubot' }
    if (path === root || !path.startsWith(`${root}/`)) return undefined
  }
}

function isNumbered(name: string): boolean {
  return /^\d+\..*\.md$/.test(name)
}

/** A paper for JOSS or JOSE has tags, and affiliations with an index. */
function dialectOfJoss({ tags, affiliations }: Readonly<Record<string, unknown>>): FoundDialect | undefined {
  const isIndexed = Array.isArray(affiliations) && affiliations.some(one => isRecord(one) && 'index' in one)
  return tags !== undefined && isIndexed
    ? { dialect: 'commonmark', reason: 'the front matter is that of a paper for JOSS' }
    : undefined
}

const directive =
  /^\s*(?:`{3,}|~{3,}|:{3,})\{(?:figure|table|list-table|csv-table|note|tip|warning|important|admonition|math|code|code-block|code-cell|image|bibliography|prf:\w+)[\s}]/
const role = /\{(?:cite(?::\w+)?|ref|numref|eq|math|doc|term|abbr|sup|sub)\}`[^`]+`/

/** MyST has directives and roles, which no other program reads. */
function dialectOfText(text: string): FoundDialect | undefined {
  const state = textState()
  for (const [index, line] of text.split('\n').entries()) {
    const kind = state.step(line)
    const isMyst = directive.test(line) ? kind !== 'code' : kind === 'text' && role.test(line)
    if (isMyst) return { dialect: 'myst', reason: `line ${index + 1} is written for MyST` }
  }
  return undefined
}
