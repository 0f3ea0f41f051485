/** A fault in a file of pixels, found from the structure of the file without decoding it. */
export interface PictureFault {
  /** The fault in words, which follow "Unexpected content of `a.png`: ". */
  readonly words: string
  /** True if browsers show the picture in part and leave the rest empty. */
  readonly isShown: boolean
}

export const endsEarly = 'the file ends before the picture does'
