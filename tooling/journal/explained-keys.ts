/**
 * The keys of `journal.yml` with what each may be, its usual value and its meaning. The schema says which
 * keys there are; the comments of styles/base/journal.yml say what they mean.
 *
 * A comment explains the key below it: its text the whole key, its lines "name  meaning" the keys in it. The
 * comment at the head of the file explains the keys that have no value there.
 */
import { parse } from 'yaml'
import { expectedAt, keysAt, type ManifestPath } from '../../pipeline/journal/expected.ts'
import { valueAt } from '../../pipeline/journal/manifest-problems.ts'

export interface ExplainedKey {
  /** `['page', 'gutter']`; a number stands for every item of a list. */
  readonly path: ManifestPath
  /** What the value may be, in words. */
  readonly expected: string
  /** The value in styles/base. Undefined if it has none. */
  readonly usual: unknown
  /** What the comments say about this key, or about keys of this name in a group around it, if anything. */
  readonly meaning: string | undefined
}

/** The meanings in a comment: of the key below it, and of keys in it, by name. */
export interface Comment {
  /** The lines that explain no single key. */
  readonly prose: readonly string[]
  /** Path from the key below the comment, such as `hyphens.before` → meaning. */
  readonly items: ReadonlyMap<string, string>
}

/** The comment at the head of the file, and those of its keys by path, joined with `.`. */
export interface Comments {
  readonly head: Comment
  readonly ofKeys: ReadonlyMap<string, Comment>
}

/** The keys in the order of the schema, groups first. `base`: the text of styles/base/journal.yml. */
export function explainedKeys(base: string): readonly ExplainedKey[] {
  const comments = readComments(base)
  const values: unknown = parse(base)
  return pathsBelow([]).map(path => ({
    path,
    expected: expectedAt(path),
    usual: valueAt(values, path),
    meaning: meaningOf(path, comments),
  }))
}

/** What a comment says beside the meanings of single keys. An empty path: the head of the file. */
export function proseOf(base: string, path: ManifestPath): readonly string[] {
  const { head, ofKeys } = readComments(base)
  return path.length === 0 ? head.prose : (ofKeys.get(path.join('.'))?.prose ?? [])
}

/** All keys of the schema. An item of a list is number 0. */
export function pathsBelow(path: ManifestPath): readonly ManifestPath[] {
  const inItems = [...path, 0]
  const below = keysAt(path).map(key => [...path, key])
  const ofItems = keysAt(inItems).map(key => [...inItems, key])
  return [...below, ...ofItems].flatMap(key => [key, ...pathsBelow(key)])
}

function meaningOf(path: ManifestPath, { head, ofKeys }: Comments): string | undefined {
  const names = path.filter(step => typeof step === 'string')
  const own = ofKeys.get(names.join('.'))
  if (names.length > 1 && own && own.prose.length > 0) return own.prose.join(' ')
  const last = names.at(-1) ?? ''
  if (names.length === 1) return head.items.get(last) ?? own?.prose.join(' ')
  return namedMeaning(names, ofKeys)
}

/** The meaning of a key in the comment of the nearest group around it that names it. */
function namedMeaning(names: readonly string[], ofKeys: ReadonlyMap<string, Comment>): string | undefined {
  for (let length = names.length - 1; length > 0; length--) {
    const { items } = ofKeys.get(names.slice(0, length).join('.')) ?? {}
    const meaning = items?.get(names.slice(length).join('.')) ?? items?.get(names.at(-1) ?? '')
    if (meaning !== undefined) return meaning
  }
  return undefined
}

/** Reads the comments of a manifest. */
export function readComments(text: string): Comments {
  const ofKeys = new Map<string, Comment>()
  let head: Comment | undefined
  let lines: string[] = []
  let above: { readonly indent: number; readonly key: string }[] = []
  for (const line of text.split('\n')) {
    const [, comment] = /^\s*# ?(.*)$/.exec(line) ?? []
    if (comment !== undefined) {
      lines.push(comment)
      continue
    }
    const [, indent = '', key = ''] = /^(\s*)([\w-]+):/.exec(line) ?? []
    if (key !== '') {
      above = [...above.filter(group => group.indent < indent.length), { indent: indent.length, key }]
      if (lines.length > 0) ofKeys.set(above.map(group => group.key).join('.'), readComment(lines))
    } else if (lines.length > 0) head ??= readComment(lines)
    lines = []
  }
  return { head: head ?? { prose: [], items: new Map() }, ofKeys }
}

/** "  before, after  the least number" explains both keys; deeper lines continue it or explain keys in it. */
function readComment(lines: readonly string[]): Comment {
  const prose: string[] = []
  const items = new Map<string, string>()
  let open: { readonly indent: number; readonly names: readonly string[] }[] = []
  for (const line of lines) {
    const depth = line.search(/\S/)
    if (depth >= 0) open = open.filter(({ indent }) => indent < depth)
    const [, names = '', text = ''] = /^ +([\w-]+(?:, [\w-]+)*) {2,}(\S.*)$/.exec(line) ?? []
    const [around] = open.at(-1)?.names ?? []
    if (names !== '') {
      const paths = names.split(', ').map(name => (around === undefined ? name : `${around}.${name}`))
      open.push({ indent: depth, names: paths })
      for (const path of paths) items.set(path, text)
    } else if (depth >= 0 && open.length > 0) {
      for (const path of open.at(-1)?.names ?? []) items.set(path, `${items.get(path)} ${line.trim()}`)
    } else prose.push(line)
  }
  return { prose, items: new Map([...items].map(([path, text]) => [path, text.replace(/:$/, '')])) }
}
