/**
 * Shows a card with the target of a citation, a cross-reference or a footnote mark, or with the meaning of an
 * abbreviation: when the pointer rests on it, when it gets the focus, or at the first tap. A card stays while
 * the pointer is on it and closes with Escape (WCAG 2.2, 1.4.13).
 */
import type { Reader } from './reader.ts'

/** Runs in the reader's browser as text: it uses only its arguments. */
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

  // A card instead of the browser's own tip, which neither keyboard nor finger reaches.
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
    // While a dialogue is open, nothing outside of it can be reached.
    const place = link.closest('dialog') ?? home
    place.append(card)
    shown = link
    link.setAttribute('aria-describedby', card.id)
    // As the one that opens it, the link has the links of the card next to it in the order of the keyboard.
    card.showPopover({ source: link })
    placeCard(card, link)
    // One that scrolls is a stop of the keyboard, too.
    const isScrolling = card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth
    if (isScrolling) card.tabIndex = 0
    else card.removeAttribute('tabindex')
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
  // A touch that scrolls does not click.
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
    // One thing at a time: the dialogue around it stays open.
    event.preventDefault()
    hide()
  })
  // Of a dialogue: events of this kind do not rise.
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
