/**
 * The aliases of a YAML document (YAML 1.2.2, 7.1): `*name` → the node that `&name` names. Aliases that name
 * nothing, that contain themselves or that multiply are reported, so that whoever reads the values need not
 * fear them.
 */
import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type Node } from 'yaml'

export interface AliasProblem {
  readonly kind: 'unresolved' | 'cyclic' | 'excessive'
  readonly alias: Alias
  /** In words, which follow what is said about the place. */
  readonly reason: string
}

interface Aliases {
  readonly targets: ReadonlyMap<Alias, Node>
  readonly problems: readonly AliasProblem[]
}

/** The greatest number of values that all aliases of a document may add to those that it writes out. */
export const mostAliasValues = 20_000

/** Finds the targets of all aliases and what is wrong with them. A wrong alias has no target. */
export function aliasesOf(document: Document): Aliases {
  const targets = new Map<Alias, Node>()
  const problems: AliasProblem[] = []
  const anchors = new Map<string, Node>()
  /** The number of values in each anchored node, those of its aliases included; undefined inside of it. */
  const sizes = new Map<Node, number>()
  let added = 0
  let isExcessive = false

  const problemOf = (alias: Alias, target: Node | undefined): AliasProblem | undefined => {
    const name = alias.source
    if (!target) {
      const remedy = 'put quotation marks around a text that begins with `*`'
      const reason = `nothing is named \`&${name}\`, which \`*${name}\` refers to; ${remedy}`
      return { kind: 'unresolved', alias, reason }
    }
    const size = sizes.get(target)
    if (size === undefined)
      return { kind: 'cyclic', alias, reason: `\`*${name}\` refers to a value that contains it` }
    added += size
    if (added <= mostAliasValues) return undefined
    const reason = `with \`*${name}\` its aliases expand to more than ${mostAliasValues} values; write them out`
    return { kind: 'excessive', alias, reason }
  }

  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value)
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      const problem = problemOf(node, target)
      if (problem && (problem.kind !== 'excessive' || !isExcessive)) problems.push(problem)
      isExcessive ||= problem?.kind === 'excessive'
      if (problem) return 1
      if (target) targets.set(node, target)
      return sizes.get(target ?? node) ?? 1
    }
    if (!isNode(node)) return 0
    const { anchor } = node as { readonly anchor?: string }
    if (anchor !== undefined) anchors.set(anchor, node)
    let size = 1
    if (isCollection(node)) for (const item of node.items) size += sizeOf(item)
    if (anchor !== undefined) sizes.set(node, size)
    return size
  }

  sizeOf(document.contents)
  return { targets, problems }
}
