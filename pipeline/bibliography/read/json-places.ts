/**
 * Valid JSON text → the places of the objects in its first list, and of their members. It makes one pass over
 * the text and does not parse the values.
 */
import type { Position } from 'unist'
import { textPlaces } from './text-places.ts'

interface JsonObjectPlaces {
  readonly place: Position
  /** Name of a member, as written → the place of its value. */
  readonly members: ReadonlyMap<string, Position>
}

/** Places of the objects in the first list of `text`, which may be nested inside other values. */
export function jsonPlaces(text: string): readonly JsonObjectPlaces[] {
  const places = textPlaces(text)
  const objects: JsonObjectPlaces[] = []
  const tokens = /"(?:\\.|[^"\\])*"|[{}[\],:]/g
  let depth = 0
  let listDepth = -1
  let from = 0
  let name: string | undefined
  let valueFrom = -1
  let members = new Map<string, Position>()
  const endValue = (end: number) => {
    if (name !== undefined && valueFrom >= 0) {
      const lead = /\S/.exec(text.slice(valueFrom, end))?.index ?? 0
      members.set(
        name,
        places.range(valueFrom + lead, valueFrom + text.slice(valueFrom, end).trimEnd().length),
      )
    }
    name = undefined
    valueFrom = -1
  }
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token] = match
    const isMember = listDepth >= 0 && depth === listDepth + 1
    if (token === '{' || token === '[') {
      depth++
      if (token === '[' && listDepth < 0) listDepth = depth
      else if (token === '{' && depth === listDepth + 1) {
        from = match.index
        members = new Map()
      }
    } else if (token === '}' || token === ']') {
      if (isMember) {
        endValue(match.index)
        if (token === '}') objects.push({ place: places.range(from, match.index + 1), members })
      }
      depth--
      if (depth < listDepth) break
    } else if (!isMember) continue
    else if (token === ':' && valueFrom < 0) valueFrom = match.index + 1
    else if (token === ',') endValue(match.index)
    else if (valueFrom < 0 && token.startsWith('"')) name = token.slice(1, -1)
  }
  return objects
}
