/**
 * Every key of journal.yml has an effect that can be seen, and a wrong value of it is reported at its place
 * in the journal's file. The keys are those of the schema: a new key needs an exhibit in `shown-keys.ts`.
 */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { expectedAt } from '../../pipeline/journal/expected.ts'
import { valueAt } from '../../pipeline/journal/manifest-problems.ts'
import { isRecord } from '../../pipeline/values/record.ts'
import { pathsBelow } from '../../tooling/journal/explained-keys.ts'
import { loadWritten } from '../journal/load-journal.ts'
import { type JournalOutput, journalOutput } from './journal-output.ts'
import { article, exhibits, references, shownElsewhere, template } from './shown-keys.ts'

const styles = new URL('../../styles/', import.meta.url)
const base: unknown = parse(readFileSync(new URL('base/journal.yml', styles), 'utf8'))
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
const csl = readFileSync(new URL('transactions/transactions.csl', styles), 'utf8')
const otherWay =
  '<bibliography><layout><text value="Other way: "/><text variable="title"/></layout></bibliography>'
const folder = {
  'article.html': template,
  'images/sign.svg': picture,
  'own.csl': csl,
  'other.csl': csl.replace(/<bibliography[\s\S]*<\/bibliography>/, otherWay),
  'raised.csl': readFileSync(new URL('letters/letters.csl', styles), 'utf8'),
}
const paper = { 'article.md': article, 'references.bib': references, 'a.svg': picture }

function outputOf(manifest: string): Promise<JournalOutput> {
  const style = /^csl:/m.test(manifest) ? '' : 'csl: own.csl\n'
  return journalOutput({ ...folder, 'journal.yml': `extends: base\n${style}${manifest}\n` }, paper)
}

/** `['fonts', 0, 'family']` → `fonts.family` */
const keyOf = (path: readonly (string | number)[]) => path.filter(step => typeof step === 'string').join('.')

/** `['fonts', 0, 'family']` → `fonts[].family` */
const pathText = (path: readonly (string | number)[]) => path.join('.').replaceAll('.0', '[]')

const keys = [...new Set(pathsBelow([]).map(keyOf))]
/** Keys whose values are not groups alone. */
const leaves = keys.filter(key => !keys.some(other => other.startsWith(`${key}.`)))
/** The words of a journal, which are texts. */
const words = leaves.filter(key => /^(?:labels|dates)\./.test(key) && typeof baseValue(key) === 'string')

function baseValue(key: string): unknown {
  return valueAt(base, key.split('.'))
}

/** The manifest in which every word has a mark of its own. */
function markedWords(): string {
  const marked = (value: unknown, path: readonly string[]): unknown => {
    const at = words.indexOf(path.join('.'))
    if (at >= 0 && path.join('.') !== 'dates.format') return `Zq${at}z ${value}`
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, marked(inner, [...path, key])]),
    )
  }
  const { labels, dates } = base as Record<string, unknown>
  return JSON.stringify({
    extends: 'base',
    csl: 'own.csl',
    title: 'Words',
    headings: { numbering: 'decimal' },
    affiliations: { 'corresponding-mark': '*' },
    furniture: { first: { 'head-left': '{short-authors}' } },
    labels: marked(labels, ['labels']),
    dates: marked(dates, ['dates']),
  })
}

/** Kinds without numbers are never named in the plural. `dates.format` is no word. */
const wordless = ['labels.theorems.proof.plural', 'labels.theorems.solution.plural', 'dates.format']

describe('a key shows', () => {
  let usual: JournalOutput
  let marked: string
  const outputs: JournalOutput[] = []

  beforeAll(async () => {
    usual = await outputOf('title: Base')
    for (const { manifest } of exhibits) outputs.push(await outputOf(manifest))
    marked = Object.values(await journalOutput({ ...folder, 'journal.yml': markedWords() }, paper)).join('\n')
  }, 180_000)

  it('in an exhibit, as a word, or in a test of its own', () => {
    const shown = new Set([
      ...exhibits.flatMap(({ shows }) => Object.keys(shows)),
      ...words,
      ...shownElsewhere.keys(),
    ])
    const isShown = (key: string) =>
      shown.has(key) || [...shown].some(other => other.startsWith(`${key}.`) || key.startsWith(`${other}.`))
    expect(keys.length).toBeGreaterThan(200)
    expect(keys.filter(key => !isShown(key))).toEqual([])
  })

  const rows = exhibits.flatMap(({ manifest, shows }, at) =>
    Object.entries(shows).map(([key, [part, look]]) => ({ key, at, part, look, manifest })),
  )

  it.each(rows)('$key', ({ key, at, part, look, manifest }) => {
    expect(keys).toContain(key)
    const named = key.split('.').reduce<unknown>((value, step) => {
      const inside = Array.isArray(value) ? value.find(item => isRecord(item) && step in item) : value
      return isRecord(inside) ? inside[step] : undefined
    }, parse(manifest))
    expect(named ?? key).toBe(named)
    const [with_, without] = [outputs[at]?.[part] ?? '', usual[part]]
    if (look === 'differs') expect(with_).not.toBe(without)
    else {
      expect(with_).toMatch(look)
      expect(without).not.toMatch(look)
    }
  })

  it.each(words.filter(key => !wordless.includes(key)))('%s', key => {
    expect(marked).toContain(`Zq${words.indexOf(key)}z`)
  })

  it.each([...shownElsewhere])('%s in %j', (key, [test, word]) => {
    expect(keys).toContain(key)
    expect(readFileSync(new URL(`../${test}`, import.meta.url), 'utf8')).toContain(word)
  })
})

/** A manifest that is right but for the value of one key, and the place of this value. */
function manifestWith(path: readonly (string | number)[], value: string) {
  const lines = ['extends: transactions', 'title: T'].filter(line => !line.startsWith(`${path[0]}:`))
  let line = ''
  let indent = ''
  for (const [at, step] of path.entries()) {
    if (typeof step === 'number') {
      line = `${indent}- `
      indent += '  '
      continue
    }
    const isLast = at === path.length - 1
    lines.push(`${line || indent}${step}:${isLast ? ` ${value}` : ''}`)
    line = ''
    indent += '  '
  }
  const last = lines.at(-1) ?? ''
  return { text: `${lines.join('\n')}\n`, line: lines.length, column: last.length - value.length + 1 }
}

/** A value that is wrong for a key, by the words for what it may be. */
function wrongValue(path: readonly (string | number)[]): string {
  const expected = expectedAt(path)
  const [, most] = /number from \d+ to ([\d.]+)/.exec(expected) ?? []
  if (most !== undefined) return String(Number(most) + 1)
  if (/\{[\w-]+\}/.test(String(baseValue(keyOf(path))))) return '"{wrong}"'
  return /^a length|number|^`|, each item `/.test(expected) ? 'wrong' : '[[wrong]]'
}

describe('a wrong value is reported at its place', () => {
  const rows = pathsBelow([]).map(path => ({ key: pathText(path), path, value: wrongValue(path) }))

  it.each(rows)('$key: $value', async ({ path, value }) => {
    const { text, line, column } = manifestWith(path, value)
    const { journal, messages } = await loadWritten({ 'journal.yml': text })
    expect(journal).toBeUndefined()
    // An item is at its own place in its list.
    const places = [column, column + 1].map(at => `journal.yml:${line}:${at}  error`)
    expect(messages.filter(message => places.some(place => message.startsWith(place)))).not.toEqual([])
  })
})
