/** The input and the result of reading a picture. */
import type { Asset } from '../../model/article.ts'
import type { RuleId } from '../../model/diagnostics.ts'

/** A message that is reported at each place that names the picture. */
export interface Remark {
  readonly rule: RuleId
  readonly reason: string
  readonly note: string
  readonly cause?: unknown
}

/** An image before the article's images are counted. */
export type ReadAsset = Omit<Asset, 'number'>

export interface Reading {
  readonly asset?: ReadAsset
  readonly remarks: readonly Remark[]
}

/** The result for a file that gives no picture: the reason, as a message. */
export function broken(reason: string, note: string, cause?: unknown): Reading {
  return { remarks: [{ rule: 'figure-broken', reason, note, cause }] }
}

export interface ImageSource {
  /** The address in the manuscript. */
  readonly url: string
  /** The path of the file; empty for a picture in a `data:` address. */
  readonly path: string
  readonly data: Uint8Array
  /** The page of a PDF, from 1. */
  readonly page: number
}
