/** What goes into the reading of a picture and what comes out of it. */
import type { Asset } from '../../model/article.ts'
import type { RuleId } from '../../model/diagnostics.ts'

/** Something to tell at each place that names the picture. */
export interface Remark {
  readonly rule: RuleId
  readonly reason: string
  readonly note: string
  readonly cause?: unknown
}

export interface Reading {
  readonly asset?: Asset
  readonly remarks: readonly Remark[]
}

/** No picture, and why. */
export function broken(reason: string, note: string, cause?: unknown): Reading {
  return { remarks: [{ rule: 'figure-broken', reason, note, cause }] }
}

export interface ImageSource {
  /** As in the manuscript. */
  readonly url: string
  /** Of the file; empty where the picture stands in its address. */
  readonly path: string
  readonly data: Uint8Array
  /** Of a PDF, from 1. */
  readonly page: number
}
