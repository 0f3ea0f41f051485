/** The value of `email` → its addresses (normally one), without the markup of other formats around them. */
import { textsOf } from './texts.ts'
import type { ValueNode } from './value-node.ts'

/**
 * Reads `mailto:jane@example.org`, `\email{…}` and `<…>`; several addresses in a list or separated by commas.
 */
export function readEmails(node: ValueNode): readonly string[] {
  return textsOf(node).flatMap(text =>
    text
      .replace(/mailto:|\\email|[{}<>\\]/g, '')
      .split(/\s*[,;]\s*|\s+(?:and|or)\s+/)
      .map(address => address.trim())
      .filter(address => address !== ''),
  )
}
