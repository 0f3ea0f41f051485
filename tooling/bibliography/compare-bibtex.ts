/**
 * `npm run bibtex`: how Offprint reads the BibTeX files of the corpora, beside `@retorquere/bibtex-parser`,
 * the reader of Better BibTeX. Differences are printed by kind, with the number of entries and a few of them;
 * `npm run bibtex -- title` prints all of a kind. docs/references.md says why the two differ.
 *
 * The other reader is not a dependency: with its language model it is larger than all readers here together.
 * `BIBTEX_PARSER` names the folder of its package.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { VFile } from 'vfile'
import { readBibliographyText } from '../../pipeline/bibliography/read/bibliography-text.ts'
import { cleanItem } from '../../pipeline/bibliography/read/clean-item.ts'
import { readBibtex } from '../../pipeline/bibliography/read/read-bibtex.ts'
import { type CslItem, type CslName, isOthers } from '../../pipeline/model/csl.ts'

const corpora = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url))
const parserFolder = process.env.BIBTEX_PARSER
const [wantedKind] = process.argv.slice(2)

/** What both readers say of one entry. */
interface Reading {
  readonly title: string
  readonly author: string
  readonly editor: string
  readonly year: string
  readonly container: string
}

interface OtherName {
  readonly lastName?: string
  readonly firstName?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly name?: string
}

interface OtherEntry {
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>>
}

type Parse = (text: string, options: object) => { readonly entries: readonly OtherEntry[] }

if (!existsSync(corpora)) stop(`There are no corpora at ${corpora}: nothing was compared`)
if (parserFolder === undefined) stop('BIBTEX_PARSER is not set: nothing was compared')

// The other reader does not come to an end with some of the hostile files.
const files = readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter(
  name => name.endsWith('.bib') && !name.startsWith('hostile/'),
)
const parse = await loadParser(parserFolder)
const differences = new Map<string, string[]>()
let count = 0
for (const name of files) compare(name)
process.stdout.write(`${files.length} files, ${count} entries in both readings\n`)
for (const [kind, list] of [...differences].sort(([, one], [, other]) => other.length - one.length)) {
  process.stdout.write(`${kind}: ${list.length}\n`)
  const shown = wantedKind === undefined ? list.slice(0, 3) : kind === wantedKind ? list : []
  for (const line of shown) process.stdout.write(`    ${line}\n`)
}

function stop(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

async function loadParser(folder: string): Promise<Parse> {
  const module: unknown = await import(pathToFileURL(join(folder, 'dist/esm/index.js')).href)
  // The cast is safe: the package exports this function.
  return (module as { readonly parse: Parse }).parse
}

function compare(name: string): void {
  const file = new VFile({ path: name })
  readBibliographyText(file, readFileSync(join(corpora, name)))
  const items = new Map(readBibtex(file).map(({ item }) => [item.id, cleanItem(item)]))
  let others: readonly OtherEntry[]
  try {
    others = parse(String(file), { sentenceCase: false, unsupported: 'ignore' }).entries
  } catch (error) {
    note('file not read by the other', `${name}: ${String(error).slice(0, 80)}`)
    return
  }
  const keys = new Set(others.map(({ key }) => key))
  for (const key of items.keys()) if (!keys.has(key)) note('entry only here', `${name}: ${key}`)
  for (const other of others) {
    const item = items.get(other.key)
    if (!item) {
      note('entry only in the other', `${name}: ${other.key}`)
      continue
    }
    count++
    const ours = readingOf(item)
    const theirs = otherReading(other)
    for (const kind of ['title', 'author', 'editor', 'year', 'container'] as const) {
      if (theirs[kind] !== '' && ours[kind] !== theirs[kind])
        note(kind, `${name}: ${other.key}: ${ours[kind]} | ${theirs[kind]}`)
    }
  }
}

function note(kind: string, line: string): void {
  differences.set(kind, [...(differences.get(kind) ?? []), line])
}

function readingOf(item: CslItem): Reading {
  return {
    title: plain(item.title),
    author: names(item.author),
    editor: names(item.editor),
    year: String(item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal ?? ''),
    container: plain(item['container-title']),
  }
}

function names(list: readonly CslName[] | undefined): string {
  const shown = (list ?? []).map(name =>
    isOthers(name)
      ? 'others'
      : plain(
          [
            name['non-dropping-particle'],
            name['dropping-particle'],
            name.family ?? name.literal,
            name.given,
            name.suffix,
          ]
            .filter(Boolean)
            .join(' '),
        ),
  )
  return shown.join('; ')
}

function otherReading({ fields }: OtherEntry): Reading {
  const text = (...keys: string[]) =>
    plain(keys.map(key => fields[key]).find(value => typeof value === 'string'))
  // The cast is safe: the package reads these fields as lists of names.
  const people = (key: string) =>
    ((fields[key] as readonly OtherName[] | undefined) ?? []).map(nameText).join('; ')
  const [year = ''] = /-?\d{4}/.exec(text('date', 'year')) ?? []
  const subtitle = text('subtitle')
  return {
    title: text('title') + (subtitle === '' ? '' : ` ${subtitle}`),
    author: people('author'),
    editor: people('editor'),
    year,
    container: text('journaltitle', 'journal', 'booktitle'),
  }
}

function nameText({ lastName, firstName, prefix, suffix, name }: OtherName): string {
  return plain([prefix, lastName ?? name, firstName, suffix].filter(Boolean).join(' '))
}

/** A text without markup, punctuation and case, in which the readers differ by design. */
function plain(value: unknown): string {
  return String(value ?? '')
    .replace(/<[^>]*>/g, '')
    .normalize('NFKC')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()
    .toLowerCase()
}
