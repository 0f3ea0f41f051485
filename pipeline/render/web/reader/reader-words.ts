/** The journal's words for what scripts add. */
export interface ReaderWords {
  readonly enlarge: string
  readonly close: string
  readonly copy: string
  readonly copied: string
}
