/** The value of `email` → the addresses in it, one as a rule, without the marks of other formats around them. */
import { textsOf } from './texts.ts'
import type { ValueNode } from './value-node.ts'

/** `mailto:jane@example.org`, `\email{…}`, `<…>`; several in a list, or in one text between commas. */
export function readEmails(node: ValueNode): readonly string[] {
  return textsOf(node).flatMap(text =>
    text
      .replace(/mailto:|\\email|[{}<>\\]/g, '')
      .split(/\s*[,;]\s*|\s+(?:and|or)\s+/)
      .map(one => one.trim())
      .filter(one => one !== ''),
  )
}
