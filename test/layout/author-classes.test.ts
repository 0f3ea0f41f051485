/** Authors' classes reach the output, but never as a name that the page itself uses. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { authorClasses, pageClasses } from '../../pipeline/layout/author-classes.ts'
import { buildArticle } from '../build-article.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Classes with a look that authors may use. They do only what their names say. */
const forAuthors: ReadonlySet<string> = new Set([
  'align-center',
  'align-left',
  'align-right',
  'line-block',
  'smallcaps',
  'written-references',
])

function texts(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root }).map(file =>
    readFileSync(`${root}/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  )
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found)
}

/**
 * The classes that begin a compound selector, such as `note` in `.text .note`. Others, such as `left` in
 * `.furniture.left`, have no effect alone.
 */
function classesOfSelectors(text: string): readonly string[] {
  const rules = matches(text.replace(/"[^"]*"/g, ''), /([^{};]*)(?=\{)/g)
  return rules.flatMap(rule =>
    matches(rule.replace(/(\.[\w-]+):is\([^()]*\)/g, '$1'), /(?<![\w)\]:-])\.([a-z][\w-]*)/g),
  )
}

/** Classes that code sets: `className: ['a']`, `classList.add('a')`, `element.className = 'a'`. */
function classesGiven(text: string): readonly string[] {
  const values = matches(text, /class(?:Name|List\.\w+)(?:\??: | = |\()(\[[^\]]*\]|'[^']*')/g)
  return values.flatMap(value => matches(value, /'([^']*)'/g).flatMap(names => names.split(/\s+/)))
}

/** Classes that code looks for: `hasClass(element, 'a')`, and strings that are selectors. */
function classesSought(text: string): readonly string[] {
  const strings = matches(text, /'([^'\n]*)'/g)
  return [
    ...matches(text, /hasClass\(\w+, '([\w-]+)'/g),
    ...strings.flatMap(one => matches(one, /(?:^|[\s,>+~(]|\ba(?=\.))\.([a-z][\w-]*)(?=[\s,)>:+~[]|$)/g)),
    ...matches(text, /`([^`]*)`/g).flatMap(one => classesOfSelectors(one)),
  ]
}

/** Those of the base journal: the others reserve what their templates use by themselves. */
const used = new Set(
  [
    ...texts('styles/base/*.css').flatMap(classesOfSelectors),
    ...texts('styles/base/*.html').flatMap(text =>
      matches(text, /class="([^"]*)"/g).flatMap(names => names.split(' ')),
    ),
    ...texts('pipeline/{layout,render,typeset}/**/*.ts').flatMap(text => [
      ...classesGiven(text),
      ...classesSought(text),
    ]),
    ...texts('pipeline/resolve/**/*.ts').flatMap(classesGiven),
  ].filter(name => /^[a-z][a-z-]*$/.test(name) && name !== 'ts'),
)

describe('class names that the page uses', () => {
  it('are collected', () => {
    const some = ['note', 'skip-link', 'card', 'close', 'author-name', 'how-to-cite', 'set-inset', 'divided']
    expect(some.filter(name => !used.has(name))).toEqual([])
  })

  it('are all reserved', () => {
    const free = [...used].filter(name => authorClasses([name]).includes(name) && !forAuthors.has(name))
    expect(free.toSorted()).toEqual([])
  })

  it('are the only reserved ones, in alphabetical order', () => {
    expect([...pageClasses].filter(name => !used.has(name))).toEqual([])
    expect([...pageClasses]).toEqual([...pageClasses].toSorted())
  })
})

it.each([
  ['[x]{.skip-link}', '<span class="own-skip-link">x</span>'],
  ['[x]{.quiet .visually-hidden}', '<span class="quiet own-visually-hidden">x</span>'],
  ['<span class="close">x</span>', '<span class="own-close">x</span>'],
  ['::: {.card}\nx\n:::', '<div class="own-card">'],
  ['::: {.notes}\nx\n:::', '<div class="own-notes">'],
  ['::: {.theorem .enlarged}\nx\n:::', 'class="theorem theorem-theorem own-enlarged"'],
  ['::: {.callout-tip .outline}\nx\n:::', 'class="admonition admonition-tip own-outline"'],
  ['[x]{.smallcaps} y', '<span class="smallcaps">x</span>'],
  ['::: {.smallcaps .align-center}\nx\n:::', '<div class="smallcaps align-center">'],
  ['| a\n| b', '<div class="line-block">'],
])('%j', async (source, expected) => {
  const { html, messages } = await buildArticle({ 'article.md': source })
  expect(html).toContain(expected)
  expect(messages).toEqual([])
})

it('do not become those of elements of the template', async () => {
  const template = readFileSync(`${root}/styles/base/article.html`, 'utf8')
  const journal = {
    'journal.yml': 'extends: transactions\ntitle: Own\n',
    'article.html': template.replace('<header', '<p class="crest">Own</p><header'),
  }
  const source = '[x]{.crest .quiet}[^n]\n\n::: {.crest}\ny\n:::\n\n[^n]: [z]{.crest}'
  const { html } = await buildArticle({ 'article.md': source }, journal)
  expect(html.match(/class="[^"]*crest[^"]*"/g)?.toSorted()).toEqual([
    'class="crest"',
    'class="own-crest quiet"',
    'class="own-crest"',
    'class="own-crest"',
  ])
})
