/**
 * micromark copies all events of a document for each container that ends, such as an item or a quotation:
 * quadratic work. Only the events after the first edit change, so only they are moved.
 */
import { EditMap } from 'micromark-util-edit-map'
import type { Event } from 'micromark-util-types'

/** Applies the edits to `events`, in place, and forgets them. */
EditMap.prototype.consume = function consume(this: EditMap, events: Event[]): undefined {
  const edits = this.map.toSorted(([a], [b]) => a - b)
  const [first] = edits
  if (!first) return
  const start = first[0]
  const tail = events.slice(start)
  events.length = start
  let done = start
  for (const [at, removed, added] of edits) {
    // One by one: a call with all of them has too many arguments.
    for (const event of tail.slice(done - start, at - start)) events.push(event)
    for (const event of added) events.push(event)
    done = at + removed
  }
  for (const event of tail.slice(done - start)) events.push(event)
  this.map.length = 0
  this.index.clear()
}
