/** README.md and docs/: the size of the one; where their links lead; their examples. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { library } from '../build-article.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const guides = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root }).toSorted()]
const textOf = (name: string) => readFileSync(join(root, name), 'utf8')

interface Example {
  readonly guide: string
  /** What stands behind the opening fence: the language, and `complete` for a whole file. */
  readonly info: string
  readonly text: string
}

const fence = /^( *)(`{3,})([^`\n]*)\n([\s\S]*?)^\1\2`*$/gm
const examples: readonly Example[] = guides.flatMap(guide =>
  [...textOf(guide).matchAll(fence)].map(([, , , info = '', text = '']) => ({
    guide,
    info: info.trim(),
    text,
  })),
)

/** Without code, which may show links that lead nowhere. */
const proseOf = (name: string) =>
  textOf(name)
    .replace(fence, '')
    .replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, 'code')

/** The ids that GitHub gives to the headings of a page. */
function headingsOf(name: string): ReadonlySet<string> {
  const headings = [
    ...textOf(name)
      .replace(fence, '')
      .matchAll(/^#{1,6} +(.+)$/gm),
  ]
  return new Set(headings.map(([, title = '']) => idOf(title)))
}

function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/** Relative links of a page that lead to no file or no heading. */
function deadLinks(name: string): readonly string[] {
  const links = [...proseOf(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address)
  return links.filter(address => !/^[a-z]+:/.test(address) && !isAlive(name, address))
}

function isAlive(name: string, address: string): boolean {
  const [file = '', heading] = address.split('#')
  const path = file === '' ? name : join(dirname(name), decodeURI(file))
  if (!existsSync(join(root, path))) return false
  return heading === undefined || headingsOf(path).has(heading)
}

it('the README has at most 5 KB', () => {
  expect(statSync(join(root, 'README.md')).size).toBeLessThanOrEqual(5000)
})

it.each(guides)('the links of %s lead to files and headings', name => {
  expect(deadLinks(name)).toEqual([])
})

it('dead links are found', () => {
  expect(
    ['#nothing', 'no-such-file.md', 'NOTICE#x'].filter(address => isAlive('README.md', address)),
  ).toEqual([])
  expect(isAlive('README.md', 'docs/browsers.md#the-sandbox')).toBe(true)
})

it('the index names every guide', () => {
  const index = textOf('docs/README.md')
  const named = guides.filter(name => name.startsWith('docs/') && name !== 'docs/README.md')
  expect(named.filter(name => !index.includes(`(${name.slice('docs/'.length)})`))).toEqual([])
})

it.each(examples.filter(({ info, guide }) => /^ya?ml/.test(info) && guide !== 'docs/messages.md'))(
  'YAML in $guide can be read: $text',
  ({ text }) => {
    expect(parseDocument(text).errors).toEqual([])
  },
)

/** The files that `offprint init` writes beside the text. */
const starter = Object.fromEntries(
  ['references.bib', 'figures/example.svg'].map(name => [
    `/paper/${name}`,
    readFileSync(join(root, 'templates/article', name)),
  ]),
)

async function messagesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const host = memoryHost({ ...starter, ...files }, diskHost)
  const options = {
    path: '/paper/article.md',
    slug: 'a',
    library,
    output: '/out',
    formats: ['html'],
  } as const
  const { files: read, outputs } = await build(options, host)
  expect([...outputs.keys()]).toEqual(['a.html'])
  return read.flatMap(({ messages }) => messages.map(String))
}

describe('examples that are complete build without a message', () => {
  const complete = examples.filter(({ info }) => info === 'markdown complete')
  it('are there', () => expect(complete.length).toBeGreaterThan(5))

  it.each(complete)('$guide: $text', async ({ text }) => {
    expect(await messagesOf({ '/paper/article.md': text })).toEqual([])
  })

  it.each(examples.filter(({ info }) => info === 'yaml complete'))(
    '$guide, a journal: $text',
    async ({ text }) => {
      const article = '---\ntitle: Wells\nstyle: ./own\n---\n\nWater.\n'
      expect(await messagesOf({ '/paper/article.md': article, '/paper/own/journal.yml': text })).toEqual([])
    },
  )
})
