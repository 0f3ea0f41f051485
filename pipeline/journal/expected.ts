/**
 * What a key of `journal.yml` may be, in words, read from the schema: `page.columns` → "1 or 2". Messages
 * about manifests say it.
 */
import { z } from 'zod'
import { manifestSchema } from './manifest.ts'

/** A path in the manifest: `['fonts', 0, 'family']`. */
export type ManifestPath = readonly (string | number)[]

/** What is used of JSON Schema here. */
interface SchemaNode {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly SchemaNode[]
  readonly items?: SchemaNode
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: SchemaNode | boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
}

/** The words for what is expected at `path`. */
export function expectedAt(path: ManifestPath): string {
  const nodes = nodesAt(path)
  return nodes.length > 0 ? joined(nodes.map(wordsFor), 'or') : 'another value'
}

/** The keys of the group at `path`. */
export function keysAt(path: ManifestPath): readonly string[] {
  return [...new Set(nodesAt(path).flatMap(node => Object.keys(node.properties ?? {})))]
}

/** The schema as JSON Schema, made when it is first needed. */
let root: SchemaNode | undefined

function nodesAt(path: ManifestPath): readonly SchemaNode[] {
  // The cast is safe: JSON Schema has these keys.
  root ??= z.toJSONSchema(manifestSchema, { io: 'input', unrepresentable: 'any' }) as SchemaNode
  return path
    .reduce(
      (nodes: readonly SchemaNode[], step) =>
        nodes.flatMap(alternatives).flatMap(node => {
          if (typeof step === 'number') return node.items ?? []
          const { additionalProperties: other } = node
          return node.properties?.[step] ?? (typeof other === 'object' ? other : [])
        }),
      [root],
    )
    .flatMap(alternatives)
}

function alternatives(node: SchemaNode): readonly SchemaNode[] {
  return node.anyOf && node.description === undefined ? node.anyOf.flatMap(alternatives) : [node]
}

function wordsFor(node: SchemaNode): string {
  if (node.description !== undefined) return node.description
  if (node.const !== undefined) return code(node.const)
  if (node.enum) return joined(node.enum.map(code), 'or')
  switch (node.type) {
    case 'string':
      return 'a text'
    case 'boolean':
      return '`true` or `false`'
    case 'integer':
    case 'number':
      return numberWords(node)
    case 'array':
      return listWords(node)
    case 'object':
      return `keys such as ${joined(
        Object.keys(node.properties ?? {})
          .slice(0, 3)
          .map(code),
        'and',
      )}`.replace(/ such as $/, '')
    default:
      return 'another value'
  }
}

function numberWords({ type, minimum, maximum }: SchemaNode): string {
  const kind = type === 'integer' ? 'a whole number' : 'a number'
  const isOpen = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
  if (minimum === undefined) return isOpen ? kind : `${kind} up to ${maximum}`
  return isOpen ? `${kind} from ${minimum}` : `${kind} from ${minimum} to ${maximum}`
}

function listWords({ items, minItems = 0 }: SchemaNode): string {
  const list = minItems > 0 ? 'a list that is not empty' : 'a list'
  const words = items && alternatives(items).map(wordsFor)
  return words === undefined || words.some(word => word === 'another value')
    ? list
    : `${list}, each item ${joined(words, 'or')}`
}

function code(value: unknown): string {
  return typeof value === 'string' ? `\`${value}\`` : String(value)
}

/** `["a", "b", "c"]` → "a, b or c" */
function joined(words: readonly string[], last: 'and' | 'or'): string {
  const different = [...new Set(words)]
  const end = different.at(-1) ?? ''
  return different.length < 2 ? end : `${different.slice(0, -1).join(', ')} ${last} ${end}`
}
