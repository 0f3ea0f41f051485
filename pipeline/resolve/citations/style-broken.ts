/**
 * A style that makes the CSL engine stop is reported once, at its file, and something else replaces its
 * output.
 */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'
import { CslError } from '../../tools/citation-js/csl-error.ts'

/**
 * The result of `work`, or of `instead` if the engine stops. Other errors are our own mistakes and are
 * thrown.
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
