/** Names of messages that stay the same when lines are added elsewhere in the file. */
import { createHash } from 'node:crypto'
import type { Message } from './messages.ts'
import { relativePath } from './relative-path.ts'

/**
 * A fingerprint for each message, in order, all different: a hash of its rule, its file and the text of its
 * line. Messages that share all of these are counted.
 */
export function fingerprints(messages: readonly Message[], root: string): readonly string[] {
  const counts = new Map<string, number>()
  return messages.map(({ rule, path, lineText, reason }) => {
    const facts = [rule, relativePath(path, root), lineText?.trim() ?? reason].join('\n')
    const count = counts.get(facts) ?? 0
    counts.set(facts, count + 1)
    return createHash('sha256').update(`${facts}\n${count}`).digest('hex').slice(0, 32)
  })
}
