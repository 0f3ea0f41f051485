/** A builder of text nodes, which `xastscript` does not have. */
import type { Text } from 'xast'

export function text(value: string): Text {
  return { type: 'text', value }
}
