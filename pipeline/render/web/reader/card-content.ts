/**
 * The content of a card: the meaning of an abbreviation, or a copy of the target of a link. The card of a
 * section shows its heading and its first block; the card of a panel, its picture and its part of the
 * caption; the card of a citation such as `[1]–[4]`, all four works.
 */

/**
 * The content of the card of a link; undefined if there is nothing to show. The function is sent to the
 * reader's browser as text, so it uses only its arguments.
 */
export function cardContent(link: HTMLElement, target: HTMLElement | undefined): Node | undefined {
  const isHeading = (element: Element) => /^H[1-6]$/.test(element.tagName)

  const box = (tagName: string, content: readonly (Node | string)[], className = ''): HTMLElement => {
    const element = document.createElement(tagName)
    element.append(...content)
    if (className !== '') element.className = className
    return element
  }

  /**
   * Returns a copy without ids, landmarks and buttons for the figure. Its headings become paragraphs, and the
   * keyboard stops only at its links.
   */
  const copyOf = (source: Element): Element => {
    const copy = box('div', [source.cloneNode(true)])
    for (const element of copy.querySelectorAll('.note-label, .back-links, .figure-tools, .copy, .anchor'))
      element.remove()
    for (const element of copy.querySelectorAll('h1, h2, h3, h4, h5, h6'))
      element.replaceWith(box('p', [...element.childNodes], 'card-title'))
    for (const element of copy.querySelectorAll('[tabindex], section'))
      for (const name of ['tabindex', 'role', 'aria-label']) element.removeAttribute(name)
    for (const element of copy.querySelectorAll('[id], [data-span]'))
      for (const name of ['id', 'data-span']) element.removeAttribute(name)
    const content = copy.firstElementChild ?? copy
    return content.matches('li') ? box('div', [...content.childNodes]) : content
  }

  /** Copies of the works with these ids. The number of each work is a link to the work. */
  const works = (ids: readonly string[]): HTMLElement => {
    const entries = ids.flatMap(id => {
      const entry = document.getElementById(id)
      if (!entry) return []
      const copy = copyOf(entry)
      const label = copy.querySelector('.reference-label')
      const number = document.createElement('a')
      number.href = `#${encodeURIComponent(id)}`
      number.append(...(label?.childNodes ?? []))
      label?.replaceWith(number)
      copy.className = 'cited-work'
      return [copy]
    })
    return box('div', entries)
  }

  const work = (entry: Element): Element => {
    const copy = copyOf(entry)
    copy.querySelector('.reference-label')?.remove()
    return copy
  }

  const panel = (original: Element): HTMLElement => {
    const figure = original.closest('figure')
    const panels = [...(figure?.querySelectorAll('.panel') ?? [])]
    const captions = [...(figure?.querySelectorAll('.panel-caption') ?? [])]
    const part = captions[panels.indexOf(original)]
    if (!part || captions.length !== panels.length) return box('figure', [copyOf(original)])
    // The credit of a picture follows its part of the caption, with only a full stop or white space between.
    const between = part.nextSibling?.textContent ?? ''
    const next = part.nextElementSibling
    const isBeside = part.nextSibling?.nextSibling === next && /^[.\s]*$/.test(between)
    const credit = isBeside && next?.matches('.credit') ? [between, copyOf(next)] : []
    const caption = [copyOf(part), ...credit]
    return box('figure', [copyOf(original), box('figcaption', caption)])
  }

  /**
   * The heading of a section, its first block, and any headings between them. If a section has no blocks but
   * figures, its first figure is shown.
   */
  const section = (heading: Element): HTMLElement => {
    const blocks: Element[] = []
    for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
      if (isHeading(next) && next.tagName <= heading.tagName) break
      if (next.textContent.trim() !== '') blocks.push(next)
    }
    const lines = blocks.filter(block => !block.matches('figure'))
    const first = lines.findIndex(block => !isHeading(block))
    const shown = (first < 0 ? lines : lines.slice(0, first + 1)).map(copyOf)
    for (const block of shown) {
      for (const mark of block.querySelectorAll('.note-mark')) mark.remove()
      // The style sheet cuts the card off after about five lines.
      if (block.matches('ul, ol, dl')) block.replaceChildren(...[...block.children].slice(0, 5))
    }
    const rest = first < 0 ? blocks.find(block => block.matches('figure')) : undefined
    return box('div', [
      copyOf(heading),
      ...(shown.length > 0 ? [box('div', shown, 'cut')] : []),
      ...(rest ? [copyOf(rest)] : []),
    ])
  }

  if (!(link instanceof HTMLAnchorElement)) return document.createTextNode(link.dataset.meaning ?? '')
  // A link inside its target needs no card, because the reader is there already.
  if (!target || target.contains(link)) return undefined
  const cited = link.closest<HTMLElement>('[data-cites]')?.dataset.cites
  if (cited !== undefined && link.matches('.citation-link')) return works(cited.split(' '))
  if (target.matches('.references li, .reference-list li')) return work(target)
  if (target.matches('.panel')) return panel(target)
  const heading = target.matches('section') ? [...target.children].find(isHeading) : target
  if (heading && isHeading(heading)) return section(heading)
  // An empty target marks a place in the text. The card shows the block around that place.
  const isEmpty = target.textContent.trim() === '' && !target.querySelector('img, svg')
  const source = isEmpty ? target.closest('p, li, dd, td, blockquote, figcaption') : target
  return source && !source.contains(link) ? copyOf(source) : undefined
}
