/**
 * A style that makes the CSL engine stop is reported once, at its file. The caller gives the output that
 * replaces the engine's.
 */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { CslError } from '../../tools/citation-js/csl-error.ts'

/**
 * The result of `work` or, if the engine stops, of `instead`. Errors of any other class are mistakes in
 * Offprint and are thrown.
 */
export function unlessBroken<T>(work: () => T, instead: () => T, file: VFile): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CslError)) throw error
    const isReported = file.messages.some(({ ruleId }) => ruleId === 'style-broken')
    if (!isReported) {
      report(file, 'style-broken', {
        reason: `Unexpected rules in this CSL style: the CSL engine stopped with “${error.message}”`,
        note: 'Citations and references are printed without a style. Choose another style, or correct this one.',
      })
    }
    return instead()
  }
}
