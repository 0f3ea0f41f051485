/** The journal's words for what scripts add to the page. */
export interface ReaderWords {
  readonly enlarge: string
  readonly close: string
  readonly copy: string
  readonly copied: string
  readonly save: string
}
