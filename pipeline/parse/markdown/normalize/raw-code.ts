/**
 * Code with a raw attribute (pandoc's `raw_attribute`), `` `<br>`{=html} `` or a fence with the info string
 * `{=latex}`, gets its format in `data.rawFormat`, which `parse/passes/raw-formats.ts` reads. Anywhere else,
 * `{=html}` is text.
 */
import type { Nodes } from 'mdast'
import type { AttributeList } from '../../../model/mdast.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, positionOf, touches } from '../tree/position.ts'

const rawAttribute = /^\{=([\w-]+)\}$/

export function rawCode(branch: Branch): void {
  for (const child of branch.children) {
    const format = child.type === 'code' && rawAttribute.exec(child.lang ?? '')?.[1]
    if (child.type === 'code' && format) child.data = { ...child.data, rawFormat: format.toLowerCase() }
  }
  if (!branch.children.some(isRawAttribute)) return
  const kept: Nodes[] = []
  for (const child of branch.children) {
    const code = kept.at(-1)
    if (!isRawAttribute(child)) kept.push(child)
    else if (code?.type === 'inlineCode' && touches(code, child)) {
      const rawFormat = (rawAttribute.exec(child.source)?.[1] ?? '').toLowerCase()
      code.data = { ...code.data, rawFormat }
      Object.assign(code, atPosition(positionOf([code, child])))
    } else kept.push({ type: 'text', value: child.source, ...atPosition(child.position) })
  }
  branch.children = kept
}

function isRawAttribute(node: Nodes): node is AttributeList {
  return node.type === 'attributeList' && rawAttribute.test(node.source)
}
