/** Figures and tables open as large as the screen, in a dialogue that Escape closes. */

interface Words {
  readonly enlarge: string
  readonly close: string
}

/** Runs in the reader's browser, on its own: it may use nothing from outside. */
export function enlargeFigures(words: Words): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'enlarged'
  document.body.append(dialog)

  const open = (figure: Element, name: string) => {
    const copy = figure.cloneNode(true)
    if (!(copy instanceof Element)) return
    for (const one of [copy, ...copy.querySelectorAll('[id]')]) one.removeAttribute('id')
    for (const one of copy.querySelectorAll('.figure-tools')) one.remove()
    // The width that it asks for is one of the text.
    for (const one of copy.querySelectorAll('.panels')) if (one instanceof HTMLElement) one.style.width = ''
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'close'
    close.textContent = words.close
    close.addEventListener('click', () => dialog.close())
    dialog.setAttribute('aria-label', name)
    dialog.replaceChildren(close, copy)
    dialog.showModal()
  }
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close()
  })

  for (const figure of document.querySelectorAll('figure.figure, figure.table')) {
    const name = figure.querySelector('.label')?.textContent.replace(/[.:]\s*$/, '') ?? ''
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'figure-tools'
    button.textContent = words.enlarge
    button.setAttribute('aria-label', `${words.enlarge}: ${name}`)
    button.addEventListener('click', () => open(figure, name))
    figure.append(button)
    for (const image of figure.querySelectorAll('img'))
      image.addEventListener('click', () => open(figure, name))
  }
}
