/** The numbers of figures, or of other targets of one kind, in an article: 1, 2, 3. */
export class Counter {
  #count = 0

  get current(): number {
    return this.#count
  }

  /**
   * The next number. The author's own number, `tag="S1"`, is printed as it is and not counted (pandoc-xnos).
   */
  next(tag?: string): string {
    return tag === undefined ? String(++this.#count) : tag.replace(/^\$(.*)\$$/, '$1')
  }
}
