/** Errors of handlers get the place of the innermost node at which they were thrown. */
import type { Handler, Handlers } from 'mdast-util-to-hast'

/** The same handlers; what they throw has a `place` if its node has one. */
export function placedErrors<Kinds extends Handlers>(handlers: Kinds): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([type, handler]) => [type, handler && placed(handler)]),
  )
}

function placed(handler: Handler): Handler {
  return (state, node, parent) => {
    try {
      return handler(state, node, parent)
    } catch (error) {
      if (error instanceof Error && !('place' in error) && node.position)
        Object.assign(error, { place: node.position })
      throw error
    }
  }
}
