/**
 * The JSON Schema of `journal.yml`. styles/base/journal.yml says what the keys mean. A journal extends
 * another one, so no key of a group is required.
 */
import { z } from 'zod'
import { manifestSchema } from '../../pipeline/journal/manifest.ts'
import { recordOf } from '../../pipeline/values/record.ts'
import { explainedKeys } from '../journal/explained-keys.ts'

type Node = Record<string, unknown>

/** `base`: the text of styles/base/journal.yml. */
export function journalSchema(base: string): object {
  const root: Node = z.toJSONSchema(manifestSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  })
  for (const { path, meaning } of explainedKeys(base)) {
    if (meaning !== undefined) for (const node of nodesAt(root, path)) node.description = meaning
  }
  withoutRequired(root)
  return { ...root, title: 'The manifest of a journal, journal.yml' }
}

function nodesAt(root: Node, path: readonly (string | number)[]): readonly Node[] {
  return path.reduce<readonly Node[]>(
    (nodes, step) =>
      nodes.flatMap(alternatives).flatMap(node => {
        const inner = typeof step === 'number' ? node.items : recordOf(node.properties)[step]
        return inner === undefined ? [] : [recordOf(inner)]
      }),
    [root],
  )
}

function alternatives(node: Node): readonly Node[] {
  return Array.isArray(node.anyOf) ? node.anyOf.map(recordOf).flatMap(alternatives) : [node]
}

/** Groups of keys are merged with those of the journal below; lists and their items are not. */
function withoutRequired(node: Node): void {
  delete node.required
  for (const inner of Object.values(recordOf(node.properties))) withoutRequired(recordOf(inner))
}
