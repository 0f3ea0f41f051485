/** The reference of the keys of `journal.yml`, as Markdown: a part for each key at the top. */
import { stringify } from 'yaml'
import type { ManifestPath } from '../../pipeline/journal/expected.ts'
import { isRecord } from '../../pipeline/values/record.ts'
import { type ExplainedKey, explainedKeys, proseOf } from './explained-keys.ts'

/** `base`: the text of styles/base/journal.yml. */
export function keyReference(base: string): string {
  const keys = explainedKeys(base)
  const top = keys.filter(({ path }) => path.length === 1)
  const groups = top.filter(({ path }) => below(keys, path).length > 0)
  const singles = top.filter(key => !groups.includes(key))
  const parts = groups.map(({ path }) => {
    const [name] = path
    const rows = below(keys, path).flatMap(key => row(key, keys, 1))
    return [`### ${name}`, prose(proseOf(base, path)), table(rows)].join('\n\n')
  })
  return [prose(proseOf(base, [])), table(singles.flatMap(key => row(key, keys, 0))), ...parts].join('\n\n')
}

function below(keys: readonly ExplainedKey[], path: ManifestPath): readonly ExplainedKey[] {
  return keys.filter(key => key.path.length > path.length && path.every((step, at) => key.path[at] === step))
}

/** Lines → Markdown; deeper lines are a block of code. */
function prose(lines: readonly string[]): string {
  const deeper = /(?:^ .*(?:\n|$))+/gm
  const text = lines.join('\n').replace(deeper, block => `\n\`\`\`text\n${block.trimEnd()}\n\`\`\`\n\n`)
  return text.replace(/\n{3,}/g, '\n\n').trim()
}

function table(rows: readonly string[]): string {
  return ['| Key | Value | Usual | Meaning |', '|---|---|---|---|', ...rows].join('\n')
}

/** `from`: how many steps of the path the heading says. Empty for a key that a key before it stands for. */
function row(key: ExplainedKey, keys: readonly ExplainedKey[], from: number): readonly string[] {
  const { path } = key
  if (path.some((_, at) => twinOf(path.slice(0, at), keys) !== undefined)) return []
  const twin = twinOf(path, keys)
  const cells = [
    code(pathText(path.slice(from))),
    twin ? `as ${code(pathText(twin.path.slice(from)))}` : valueWords(key, keys),
    usual(key, keys),
    key.meaning ?? '',
  ]
  return [`| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`]
}

function valueWords({ path, expected }: ExplainedKey, keys: readonly ExplainedKey[]): string {
  const isGroup = /^keys/.test(expected) && below(keys, path).length > 0
  return isGroup ? 'a group of keys' : expected.replace(/^keys$/, 'a group of keys')
}

/** The first key beside this one that has the same keys in it. */
function twinOf(path: ManifestPath, keys: readonly ExplainedKey[]): ExplainedKey | undefined {
  const inside = namesBelow(path, keys)
  if (inside === '') return undefined
  const first = keys.find(
    other =>
      other.path.length === path.length &&
      path.slice(0, -1).every((step, at) => other.path[at] === step) &&
      namesBelow(other.path, keys) === inside,
  )
  return first?.path.at(-1) === path.at(-1) ? undefined : first
}

function namesBelow(path: ManifestPath, keys: readonly ExplainedKey[]): string {
  return below(keys, path)
    .map(key => key.path.slice(path.length).join('.'))
    .join(' ')
}

function usual({ path, usual: value }: ExplainedKey, keys: readonly ExplainedKey[]): string {
  if (value === undefined) return ''
  const isShownBelow = below(keys, path).length > 0 && !twinOf(path, keys)
  if (isShownBelow && (isRecord(value) || Array.isArray(value))) return ''
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()
  return text.length > 220 ? 'see the file' : code(text)
}

/** `['fonts', 0, 'family']` → `fonts[].family` */
function pathText(path: ManifestPath): string {
  return path
    .map(step => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .replace(/^\./, '')
}

function code(text: string): string {
  return `\`${text}\``
}
