/** What is wrong with a file of pixels, as its parts tell without decoding them. */
export interface PictureFault {
  /** What it is, to follow "Unexpected content of `a.png`: ". */
  readonly words: string
  /** Browsers show what there is of it, and leave the rest empty. */
  readonly isShown: boolean
}

export const endsEarly = 'the file ends before the picture does'
