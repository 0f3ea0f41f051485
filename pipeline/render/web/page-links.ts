/** The addresses that the page links to, as far as they are known. */
export interface PageLinks {
  /** The address of the web page. */
  readonly page?: string | undefined
  /** The name of the PDF beside the page. */
  readonly pdf?: string | undefined
}
