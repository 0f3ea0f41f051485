/**
 * The list of attributes and classes in `pipeline/model/page-marks.ts` is true: the sources are searched for
 * every place that writes or reads one of them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type PageMark, pageAttributes, typesetClasses } from '../../pipeline/model/page-marks.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** TypeScript below `pipeline/` and the CSS of the base journal without comments, by path. */
const sources: ReadonlyMap<string, string> = new Map(
  ['pipeline', 'styles/base'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(ts|css)$/.test(name) && name !== 'model/page-marks.ts')
      .map(name => {
        const text = readFileSync(join(root, folder, name), 'utf8')
        const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
        return [folder === 'pipeline' ? name : `${folder}/${name}`, code] as const
      }),
  ),
)

/** Notations of an attribute: in the DOM and in CSS, as a hast property `dataPageOf`, as `dataset.pageOf`. */
const attributeWrites = [
  /(?:set|remove)Attribute\('(data-[a-z-]+)'/g,
  /(?<!\[)\b(data-[a-z-]+)="\$\{/g,
  /(?<!const \{[^}]*|\.)\b(data[A-Z]\w*)(?=:|,| \})/g,
  /\.(data[A-Z]\w*) = /g,
  /\bdataset\.(\w+) = /g,
]
const attributeReads = [
  /(?:get|has)Attribute\('(data-[a-z-]+)'/g,
  /\[(data-[a-z-]+)[\]=]/g,
  /(data-[a-z-]+)="(?!\$)/g,
  /(?<=const \{[^}]*)\b(data[A-Z]\w*)/g,
  /(?<!\.)\.(data[A-Z]\w*)\b(?! =)/g,
  /\bdataset\.(\w+)\b(?! =)/g,
]

function attributeName(notation: string): string {
  const name = notation.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  return name.startsWith('data-') ? name : `data-${name}`
}

/** The attributes that match one of the patterns, each with the files that contain it. */
function attributeFiles(patterns: readonly RegExp[]): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>()
  for (const [file, code] of sources) {
    // The loader of journals reads templates; what looks like writing is the text of its messages.
    if (patterns === attributeWrites && file.startsWith('journal/')) continue
    for (const [, notation = ''] of patterns.flatMap(pattern => [...code.matchAll(pattern)])) {
      const name = attributeName(notation)
      files.set(name, (files.get(name) ?? new Set()).add(file))
    }
  }
  return files
}

/** Classes matter here in the printed edition only. */
const pageSources = [...sources].filter(([file]) =>
  /^(layout|typeset)\/|^styles\/.*(?<!web)\.css$/.test(file),
)

/** Words in quotes of the code that gives classes to an element. */
function writtenClasses(code: string): readonly string[] {
  const list = /className(?:: | = )\[(?:\n[\s\S]*?\n\s*\]|[^\]]*\])/g
  const line = /(?:className(?:: | = )(?!\[)|classList\.add\()[^\n]*/g
  const places = [...(code.match(list) ?? []), ...(code.match(line) ?? [])]
  const quoted = places.flatMap(place => place.replace(/\$\{[^}]*\}/g, '').match(/'[^']*'|`[^`]*`/g) ?? [])
  return quoted.flatMap(words => words.match(/(?<![\w-])[a-z][a-z-]*[a-z](?![\w-])/g) ?? [])
}

/** Classes in selectors, and classes that code asks for. */
function readClasses(file: string, code: string): readonly string[] {
  const isCss = file.endsWith('.css') || file.endsWith('/sheet-rules.ts')
  const literals = isCss ? [code.replace(/\$\{[^}]*\}/g, '')] : (code.match(/'[^'\n/]*'/g) ?? [])
  const selected = literals.flatMap(text => [...text.matchAll(/(?<!\/)\.([a-z][a-z-]*)(?![\w-])/g)])
  const asked = [...code.matchAll(/(?:hasClass\(\w+, |classList\.contains\()'([\w-]+)'/g)]
  return [...selected, ...asked].map(([, name = '']) => name)
}

function sorted(files: Iterable<string> | undefined): readonly string[] {
  return [...(files ?? [])].sort()
}

function listed({ writers, readers }: PageMark) {
  return { writers: sorted(writers), readers: sorted(readers) }
}

describe('attributes', () => {
  const writers = attributeFiles(attributeWrites)
  const readers = attributeFiles(attributeReads)

  it('are all listed', () => {
    expect(Object.keys(pageAttributes)).toEqual(sorted(new Set([...writers.keys(), ...readers.keys()])))
  })

  it.each(Object.entries(pageAttributes))('%s is written and read by the listed files', (name, mark) => {
    const found = { writers: sorted(writers.get(name)), readers: sorted(readers.get(name)) }
    expect(found).toEqual(listed(mark))
  })
})

describe('classes', () => {
  it('are all listed if the typesetter writes them', () => {
    const written = pageSources.flatMap(([file, code]) =>
      file.startsWith('typeset/') ? writtenClasses(code) : [],
    )
    expect(written.filter(name => !(name in typesetClasses))).toEqual([])
  })

  it.each(Object.entries(typesetClasses))('%s is written and read by the listed files', (name, mark) => {
    const filesWith = (names: (file: string, code: string) => readonly string[]) =>
      sorted(pageSources.flatMap(([file, code]) => (names(file, code).includes(name) ? [file] : [])))
    const found = { writers: filesWith((_, code) => writtenClasses(code)), readers: filesWith(readClasses) }
    expect(found).toEqual(listed(mark))
  })
})
