/**
 * Shows a card with the target of a citation, a cross-reference or a footnote mark, or with the meaning of an
 * abbreviation: when the pointer rests on it, when it gets the focus, or at the first tap. A card stays while
 * the pointer is on it and closes with Escape (WCAG 2.2, 1.4.13).
 */
import type { Reader } from './reader.ts'

/**
 * Shows and hides cards. The function is sent to the reader's browser as text, so it uses only its arguments.
 */
export function showCards({ cardContent, placeCard, targetOf }: Reader): void {
  const opening = 'abbr[data-meaning], :is(main, dialog) a[href^="#"]:not(.note-label, [role="doc-backlink"])'
  const home = document.querySelector('main') ?? document.body
  const card = document.createElement('div')
  card.id = 'offprint-card'
  card.className = 'card'
  card.popover = 'manual'
  home.append(card)
  let shown: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasTouched = false
  let isByFocus = false
  let isReturning = false

  // Abbreviations get a card instead of the browser's tooltip, which opens neither by keyboard nor by touch.
  for (const abbreviation of document.querySelectorAll<HTMLElement>('abbr[title]')) {
    abbreviation.dataset.meaning = abbreviation.title
    abbreviation.removeAttribute('title')
    if (abbreviation.matches('.is-first')) abbreviation.tabIndex = 0
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
    const content = cardContent(link, link instanceof HTMLAnchorElement ? targetOf(link) : undefined)
    hide()
    if (!content) return
    card.replaceChildren(content)
    // While a modal dialog is open, nothing outside it can be reached.
    const place = link.closest('dialog') ?? home
    place.append(card)
    shown = link
    link.setAttribute('aria-describedby', card.id)
    // With the link as the source, the Tab key goes from the link to the links in the card.
    card.showPopover({ source: link })
    placeCard(card, link)
    // The keyboard can scroll a card only if it can stop at the card.
    const isScrolling = card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth
    if (isScrolling) card.tabIndex = 0
    else card.removeAttribute('tabindex')
  }

  const linkOf = (event: Event): HTMLElement | undefined => {
    const link = event.target instanceof Element ? event.target.closest(opening) : null
    return link instanceof HTMLElement && !card.contains(link) ? link : undefined
  }

  const isInCard = ({ target }: Event) => target instanceof Node && card.contains(target)
  // A link in the card to another place on the page, which the card must not cover.
  const isWithin = ({ target }: Event) => target instanceof Element && target.closest('a[href^="#"]') !== null

  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return
    if (isInCard(event)) return clearTimeout(timer)
    const link = linkOf(event)
    clearTimeout(timer)
    // Keys may scroll the page under a pointer at rest. That does not hide a card that was opened by the
    // keyboard.
    if (!link && isByFocus) return undefined
    timer = setTimeout(() => (link ? show(link) : hide()), link ? 120 : 250)
  })
  document.addEventListener('focusin', event => {
    const link = linkOf(event)
    // A tap sends a focus event before its click event; the click opens the card.
    if (link && !wasTouched && !isReturning) {
      show(link)
      isByFocus = true
    } else if (!link && !isInCard(event)) hide()
  })
  document.addEventListener('pointerdown', event => {
    wasTouched = event.pointerType === 'touch'
  })
  // A touch that scrolls the page does not send a click event.
  document.addEventListener('pointercancel', () => {
    wasTouched = false
  })
  document.addEventListener('click', event => {
    const link = linkOf(event)
    if (link && wasTouched && shown !== link) {
      show(link)
      if (shown === link) event.preventDefault()
    } else if (link || !isInCard(event) || isWithin(event)) hide()
    wasTouched = false
  })
  document.addEventListener('keydown', event => {
    wasTouched = false
    if (event.key !== 'Escape' || !shown) return
    // Escape closes only the card: a dialog around it stays open.
    event.preventDefault()
    hide()
  })
  // The close event of a dialog does not bubble, so it is captured.
  document.addEventListener('close', hide, true)

  const follow = () => {
    if (shown) placeCard(card, shown)
  }
  addEventListener('resize', follow)
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (shown && target instanceof Node && target.contains(shown)) follow()
    },
    { capture: true, passive: true },
  )
}
