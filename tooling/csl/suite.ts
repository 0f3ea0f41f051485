/**
 * The CSL test suite: each case is a style, works, clusters and the text that should come out. A case is run
 * twice, by the bare engine and on Offprint's way (`openCslEngine` → `cite`, `bibliography`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CslCluster, CslItem } from '../../pipeline/model/csl.ts'
import { openCslEngine } from '../../pipeline/tools/citation-js/citation-js.ts'
import { bareEngine } from './bare-citeproc.ts'

export const corpora =
  process.env.OFFPRINT_CORPORA ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url))
export const suiteFolder = join(corpora, 'tests/csl-processor')
const locales = join(corpora, 'tests/csl-locales')

type Operation = readonly [Citation, readonly [string, number][], readonly [string, number][]]

interface Citation {
  readonly citationID: string
  readonly citationItems: readonly CslCluster['items'][number][]
  readonly properties?: { readonly noteIndex?: number; readonly mode?: CslCluster['mode'] }
}

export interface SuiteCase {
  readonly name: string
  readonly isOfList: boolean
  readonly expected: string
  readonly style: string
  readonly items: readonly CslItem[]
  readonly clusters: readonly CslCluster['items'][] | undefined
  readonly operations: readonly Operation[] | undefined
}

export interface CaseResult {
  readonly name: string
  readonly expected: string
  /** What came out, or the error. */
  readonly bare: string
  readonly ours: string
}

export function readSuite(): readonly SuiteCase[] {
  if (!existsSync(suiteFolder)) return []
  const names = readdirSync(suiteFolder).filter(name => name.endsWith('.txt'))
  return names.map(name =>
    readCase(name.replace(/\.txt$/, ''), readFileSync(join(suiteFolder, name), 'utf8')),
  )
}

function readCase(name: string, text: string): SuiteCase {
  const sections = new Map(
    [...text.matchAll(/^>>=+ ([\w-]+) =+(?:>>)?\n([\s\S]*?)\n<<=+ \1 =+/gm)].map(([, key, body]) => [
      key,
      body,
    ]),
  )
  const json = (key: string) => {
    const section = sections.get(key)
    return section === undefined ? undefined : JSON.parse(section)
  }
  return {
    name,
    isOfList: (sections.get('MODE') ?? '').trim() === 'bibliography',
    expected: sections.get('RESULT') ?? '',
    style: sections.get('CSL') ?? '',
    items: json('INPUT').map((item: CslItem) => ({ ...item, id: String(item.id) })),
    clusters: json('CITATION-ITEMS'),
    operations: json('CITATIONS'),
  }
}

export function runCase(suiteCase: SuiteCase): CaseResult {
  const { name, expected } = suiteCase
  return {
    name,
    expected: normal(expected),
    bare: normal(attempt(() => runBare(suiteCase))),
    ours: normal(attempt(() => runOurs(suiteCase))),
  }
}

function attempt(run: () => string): string {
  try {
    return run()
  } catch (error) {
    return `${error}`
  }
}

function localeText(tag: string): string | undefined {
  const path = join(locales, `locales-${tag}.xml`)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function runBare({ style, items, isOfList, clusters, operations }: SuiteCase): string {
  const engine = bareEngine(style, items, tag => localeText(tag) ?? localeText('en-US'))
  const ids = items.map(item => item.id)
  if (!operations) engine.updateItems(ids)
  const byId = new Map<string, string>()
  let order: string[] = []
  for (const [citation, before, after] of operations ?? []) {
    const [, changes] = engine.processCitationCluster(structuredClone(citation), before, after)
    for (const [, html, id] of changes) byId.set(id, html)
    order = [...before.map(([id]) => id), citation.citationID, ...after.map(([id]) => id)]
  }
  if (isOfList) {
    const made = engine.makeBibliography()
    return made ? listText(made[1]) : ''
  }
  if (operations) return order.map(id => byId.get(id) ?? '').join('\n')
  const asked = clusters ?? [items.map(item => ({ id: item.id }))]
  return asked.map(cluster => engine.makeCitationCluster(structuredClone([...cluster]))).join('\n')
}

function runOurs({ style, items, isOfList, clusters, operations }: SuiteCase): string {
  const ids = items.map(item => item.id)
  const tag = /<style[^>]*\sdefault-locale="([^"]+)"/.exec(style)?.[1] ?? 'en-US'
  const xml =
    localeText(tag) ??
    localeText(
      new Intl.Locale(tag)
        .maximize()
        .toString()
        .replace(/-[A-Z][a-z]{3}-/, '-'),
    )
  const engine = openCslEngine(style, items, tag, xml === undefined ? undefined : { tag, xml })
  const texts = engine.cite(clustersOf({ items, clusters, operations, isOfList }), operations ? [] : ids)
  return isOfList ? listText(engine.bibliography().map(({ html }) => html)) : texts.join('\n')
}

function clustersOf({
  items,
  clusters,
  operations,
  isOfList,
}: Omit<SuiteCase, 'name' | 'expected' | 'style'>) {
  if (operations) {
    const citations = new Map(operations.map(([citation]) => [citation.citationID, citation]))
    const [last, before, after] = operations.at(-1) ?? []
    const own = [last?.citationID ?? '', last?.properties?.noteIndex ?? 0] as const
    return [...(before ?? []), own, ...(after ?? [])].flatMap(([id, noteIndex]): CslCluster[] => {
      const { citationItems: works, properties } = citations.get(id) ?? {}
      return works ? [{ items: works, noteIndex, ...(properties?.mode && { mode: properties.mode }) }] : []
    })
  }
  if (isOfList && !clusters) return []
  return (clusters ?? [items.map(item => ({ id: item.id }))]).map(cluster => ({ items: cluster }))
}

function listText(entries: readonly string[]): string {
  return `<div class="csl-bib-body">\n${entries.join('')}</div>`
}

/** Without our marks, the state marks of the suite and white space between tags. */
export function normal(html: string): string {
  return (
    withoutMarks(html)
      // What Offprint says by an empty text.
      .replace(/\[(?:CSL STYLE ERROR: reference with no printed form\.|NO_PRINTED_FORM)\]/g, '')
      .replace(/^(?:\.\.|>>)\[\d+\] /gm, '')
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .trim()
  )
}

export function withoutMarks(html: string): string {
  // From the inside out: a mark whose content has no further element that is a span.
  const mark =
    /<span data-(?:cite|variable)="[^"]*">((?:(?!<\/?span)[\s\S])*)<\/span>|<span (?!data-)([^>]*)>((?:(?!<\/?span)[\s\S])*)<\/span>/g
  let text = html
  for (;;) {
    const next = text.replace(mark, (_, marked, attributes, content) =>
      marked !== undefined ? marked : `\uE001${attributes}\uE002${content}\uE003`,
    )
    if (next === text) break
    text = next
  }
  return text.replace(/\uE001([^\uE002]*)\uE002/g, '<span $1>').replaceAll('\uE003', '</span>')
}
