/**
 * A citation, a cross-reference, a footnote mark or an abbreviation shows what it leads to or stands for: when the
 * pointer rests on it, when it has the focus, at the first tap. A card stays while the pointer is on it and goes with
 * Escape (WCAG 2.2, 1.4.13).
 */

/** Runs in the reader's browser, on its own: it may use nothing from outside. */
export function showCards(): void {
  const opening = 'abbr[data-meaning], a.citation-link, a.cross-reference, .note-mark a, a.link[href^="#"]'
  const card = document.createElement('div')
  card.id = 'card'
  card.className = 'card'
  card.popover = 'manual'
  document.body.append(card)
  let shown: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasTouched = false
  let isByFocus = false

  // A card instead of the browser's own tip, which neither keyboard nor finger reaches.
  for (const abbreviation of document.querySelectorAll<HTMLElement>('abbr[title]')) {
    abbreviation.dataset.meaning = abbreviation.title
    abbreviation.removeAttribute('title')
    abbreviation.tabIndex = 0
  }

  const contentOf = (link: HTMLElement): Node | undefined => {
    if (!(link instanceof HTMLAnchorElement)) return document.createTextNode(link.dataset.meaning ?? '')
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!target) return undefined
    // A heading says enough by itself; of a list entry its text, without its label and its way back.
    const source = target.matches('li') ? (target.querySelector('.reference') ?? target) : target
    const content = source.cloneNode(true)
    if (!(content instanceof Element)) return undefined
    for (const one of content.querySelectorAll('.note-label, .back-links, .figure-tools')) one.remove()
    for (const one of [content, ...content.querySelectorAll('[id]')]) one.removeAttribute('id')
    for (const one of content.querySelectorAll('[tabindex]')) one.removeAttribute('tabindex')
    if (!content.matches('li')) return content
    const box = document.createElement('div')
    box.append(...content.childNodes)
    return box
  }

  const hide = () => {
    clearTimeout(timer)
    isByFocus = false
    shown?.removeAttribute('aria-describedby')
    shown = undefined
    if (card.matches(':popover-open')) card.hidePopover()
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
    card.showPopover()
    const line = link.getClientRects()[0] ?? link.getBoundingClientRect()
    const { width, height } = card.getBoundingClientRect()
    const room = document.documentElement.clientWidth
    const left = Math.max(8, Math.min(line.left - 12, room - width - 8))
    const isBelow = line.bottom + height + 8 < innerHeight || line.top < height + 8
    card.style.left = `${left + scrollX}px`
    card.style.top = `${(isBelow ? line.bottom + 6 : line.top - height - 6) + scrollY}px`
  }

  const linkOf = (event: Event): HTMLElement | undefined => {
    const link = event.target instanceof Element ? event.target.closest(opening) : null
    return link instanceof HTMLElement && !card.contains(link) ? link : undefined
  }

  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return
    if (event.target instanceof Node && card.contains(event.target)) return clearTimeout(timer)
    const link = linkOf(event)
    clearTimeout(timer)
    // The page moves under a pointer at rest when the keyboard is used.
    if (!link && isByFocus) return undefined
    timer = setTimeout(() => (link ? show(link) : hide()), link ? 120 : 250)
  })
  document.addEventListener('focusin', event => {
    const link = linkOf(event)
    // A tap gives the focus before it clicks.
    if (link && !wasTouched) {
      show(link)
      isByFocus = true
    } else if (!link && !(event.target instanceof Node && card.contains(event.target))) hide()
  })
  document.addEventListener('pointerdown', event => {
    wasTouched = event.pointerType === 'touch'
  })
  document.addEventListener('click', event => {
    const link = linkOf(event)
    if (link && wasTouched && shown !== link) {
      event.preventDefault()
      show(link)
    } else if (link || !(event.target instanceof Node && card.contains(event.target))) hide()
    wasTouched = false
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide()
  })
}
