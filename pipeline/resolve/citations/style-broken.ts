/** A style that the CSL engine stops at: told once, at its file, and something else stands in its place. */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { CslError } from '../../tools/citation-js/csl-error.ts'

/** What `work` gives, or what `instead` does where the engine stops; other errors are ours and pass. */
export function unlessBroken<T>(work: () => T, instead: () => T, file: VFile): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CslError)) throw error
    const isTold = file.messages.some(({ ruleId }) => ruleId === 'style-broken')
    if (!isTold) {
      report(file, 'style-broken', {
        reason: `Unexpected end of the work with this CSL style: the CSL engine says “${error.message}”`,
        note: 'Citations and references are set in plain words instead. Choose another style, or mend this one.',
      })
    }
    return instead()
  }
}
