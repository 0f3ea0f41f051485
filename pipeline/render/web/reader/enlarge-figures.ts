/** Opens figures and tables at the size of the screen, in a dialog that Escape closes. */
import type { Reader } from './reader.ts'

/**
 * Adds to figures and tables the buttons that open them in a dialog. The function is sent to the reader's
 * browser as text, so it uses only its arguments.
 */
export function enlargeFigures({ words }: Reader): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'enlarged'
  document.body.append(dialog)

  const buttonOf = (className: string, text: string): HTMLButtonElement => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = className
    button.textContent = text
    return button
  }

  const open = (figure: Element, name: string) => {
    const copy = figure.cloneNode(true)
    if (!(copy instanceof Element)) return
    for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id')
    for (const element of copy.querySelectorAll('.figure-tools, .copy')) element.remove()
    // A width that the author asked for is a part of the text's width, not of the dialog's.
    for (const element of copy.querySelectorAll('.panels'))
      if (element instanceof HTMLElement) element.style.width = ''
    // The dialog scrolls, and not the boxes in it, so the keyboard does not stop at them.
    for (const element of copy.querySelectorAll(':is(.scroll-box, .equation-box, pre)[tabindex]'))
      for (const attribute of ['tabindex', 'role', 'aria-label']) element.removeAttribute(attribute)
    const close = buttonOf('close', words.close)
    close.addEventListener('click', () => dialog.close())
    dialog.setAttribute('aria-label', name === '' ? words.enlarge : name)
    dialog.replaceChildren(close, copy)
    dialog.showModal()
  }
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close()
  })
  // A link to a place on the page closes the dialog, unless the tap opened the card of the link
  // (`show-cards.ts`).
  addEventListener('click', ({ target, defaultPrevented }) => {
    const isLink = target instanceof Element && target.closest('a[href^="#"]') !== null
    if (isLink && !defaultPrevented && dialog.open && dialog.contains(target)) dialog.close()
  })

  for (const figure of document.querySelectorAll('figure.figure, figure.table')) {
    const name = figure.querySelector('.label')?.textContent.replace(/[.:]\s*$/, '') ?? ''
    const button = buttonOf('enlarge', words.enlarge)
    if (name !== '') button.setAttribute('aria-label', `${words.enlarge}: ${name}`)
    button.addEventListener('click', () => open(figure, name))
    const tools = document.createElement('div')
    tools.className = 'figure-tools'
    tools.append(button)
    figure.append(tools)
    for (const image of figure.querySelectorAll('img'))
      image.addEventListener('click', () => open(figure, name))
  }
}
