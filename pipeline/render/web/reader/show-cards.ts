/**
 * A citation, a cross-reference, a footnote mark or an abbreviation shows what it leads to or stands for: when the
 * pointer rests on it, when it has the focus, at the first tap. A card stays while the pointer is on it and goes with
 * Escape (WCAG 2.2, 1.4.13).
 */

/** Runs in the reader's browser, on its own: it may use nothing from outside. */
export function showCards(): void {
  const opening = 'abbr[data-meaning], a.citation-link, a.cross-reference, .note-mark a, a.link[href^="#"]'
  const card = document.createElement('div')
  card.id = 'offprint-card'
  card.className = 'card'
  card.popover = 'manual'
  document.body.append(card)
  let shown: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasTouched = false
  let isByFocus = false
  let isReturning = false

  // A card instead of the browser's own tip, which neither keyboard nor finger reaches.
  for (const abbreviation of document.querySelectorAll<HTMLElement>('abbr[title]')) {
    abbreviation.dataset.meaning = abbreviation.title
    abbreviation.removeAttribute('title')
    if (abbreviation.matches('.is-first')) abbreviation.tabIndex = 0
  }

  const contentOf = (link: HTMLElement): Node | undefined => {
    if (!(link instanceof HTMLAnchorElement)) return document.createTextNode(link.dataset.meaning ?? '')
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!target) return undefined
    // Of a list entry its text, without its label and its way back.
    const source = target.matches('li') ? (target.querySelector('.reference') ?? target) : target
    const content = source.cloneNode(true)
    if (!(content instanceof Element)) return undefined
    for (const one of content.querySelectorAll('.note-label, .back-links, .figure-tools')) one.remove()
    for (const one of [content, ...content.querySelectorAll('[id]')]) one.removeAttribute('id')
    for (const one of content.querySelectorAll('[tabindex]')) one.removeAttribute('tabindex')
    if (target.matches('.panel')) return withCaption(content, target)
    if (/^H[2-6]$/.test(target.tagName)) return withBeginning(content, target)
    if (!content.matches('li')) return content
    const box = document.createElement('div')
    box.append(...content.childNodes)
    return box
  }

  // Of a panel its picture and its part of the caption.
  const withCaption = (panel: Element, original: Element): Element => {
    const figure = original.closest('figure')
    const panels = [...(figure?.querySelectorAll('.panel') ?? [])]
    const captions = [...(figure?.querySelectorAll('.panel-caption') ?? [])]
    const box = document.createElement('figure')
    box.append(panel)
    const part = captions[panels.indexOf(original)]
    if (!part || captions.length !== panels.length) return box
    const caption = document.createElement('figcaption')
    caption.append(part.cloneNode(true))
    box.append(caption)
    return box
  }

  // Of a section its heading and the first lines.
  const withBeginning = (heading: Element, { nextElementSibling: first }: Element): Element => {
    const box = document.createElement('div')
    box.append(heading)
    if (!first?.matches('p')) return box
    const lines = document.createElement('p')
    lines.className = 'cut'
    lines.textContent = first.textContent
    box.append(lines)
    return box
  }

  const hide = () => {
    clearTimeout(timer)
    isByFocus = false
    const link = shown
    const hadFocus = card.contains(document.activeElement)
    shown?.removeAttribute('aria-describedby')
    shown = undefined
    if (card.matches(':popover-open')) card.hidePopover()
    if (!hadFocus || !link) return
    isReturning = true
    link.focus()
    isReturning = false
  }

  const show = (link: HTMLElement) => {
    clearTimeout(timer)
    if (shown === link) return
    const content = contentOf(link)
    hide()
    if (!content) return
    card.replaceChildren(content)
    shown = link
    link.setAttribute('aria-describedby', card.id)
    // As the one that opens it, the link has the links of the card next to it in the order of the keyboard.
    card.showPopover({ source: link })
    const line = link.getClientRects()[0] ?? link.getBoundingClientRect()
    // Where it is whole, or else where there is more room: a long one scrolls.
    const [above, below] = [line.top - 14, innerHeight - line.bottom - 14]
    card.style.maxHeight = ''
    const isBelow = card.offsetHeight <= below || below >= above
    card.style.maxHeight = `${Math.max(96, Math.min(innerHeight * 0.6, isBelow ? below : above))}px`
    const { width, height } = card.getBoundingClientRect()
    const isRightToLeft = getComputedStyle(link).direction === 'rtl'
    const start = isRightToLeft ? line.right - width + 12 : line.left - 12
    const left = Math.max(8, Math.min(start, document.documentElement.clientWidth - width - 8))
    card.style.left = `${left + scrollX}px`
    card.style.top = `${(isBelow ? line.bottom + 6 : line.top - height - 6) + scrollY}px`
  }

  const linkOf = (event: Event): HTMLElement | undefined => {
    const link = event.target instanceof Element ? event.target.closest(opening) : null
    return link instanceof HTMLElement && !card.contains(link) ? link : undefined
  }

  const isInCard = ({ target }: Event) => target instanceof Node && card.contains(target)
  // A link to another place of the page, which the card must not cover.
  const isWithin = ({ target }: Event) => target instanceof Element && target.closest('a[href^="#"]') !== null

  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return
    if (isInCard(event)) return clearTimeout(timer)
    const link = linkOf(event)
    clearTimeout(timer)
    // The page moves under a pointer at rest when the keyboard is used.
    if (!link && isByFocus) return undefined
    timer = setTimeout(() => (link ? show(link) : hide()), link ? 120 : 250)
  })
  document.addEventListener('focusin', event => {
    const link = linkOf(event)
    // A tap gives the focus before it clicks.
    if (link && !wasTouched && !isReturning) {
      show(link)
      isByFocus = true
    } else if (!link && !isInCard(event)) hide()
  })
  document.addEventListener('pointerdown', event => {
    wasTouched = event.pointerType === 'touch'
  })
  document.addEventListener('click', event => {
    const link = linkOf(event)
    if (link && wasTouched && shown !== link) {
      event.preventDefault()
      show(link)
    } else if (link || !isInCard(event) || isWithin(event)) hide()
    wasTouched = false
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide()
  })
}
