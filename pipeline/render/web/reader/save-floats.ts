/** Saves the pictures of figures as files, and tables as CSV. */
import type { Reader } from './reader.ts'

/**
 * Adds to the tools of figures and tables the buttons that save them. The function is sent to the reader's
 * browser as text, so it uses only its arguments.
 */
export function saveFloats({ words, slug, tableGrid, csvText }: Reader): void {
  const save = (name: string, href: string) => {
    const link = document.createElement('a')
    link.href = href
    link.download = name
    link.click()
  }

  /** Browsers limit the length of `data:` addresses that can be saved. */
  const saveData = (name: string, data: BlobPart, type: string) => {
    const url = URL.createObjectURL(new Blob([data], { type }))
    save(name, url)
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  }

  const saveImage = (name: string, address: string) => {
    const [, type, base64 = ''] = /^data:([^;,]*);base64,(.*)/.exec(address) ?? []
    if (type === undefined) return save(name, address)
    saveData(
      name,
      Uint8Array.from(atob(base64), byte => byte.charCodeAt(0)),
      type,
    )
  }

  /** The text of a cell: formulas as TeX, raised text after `^`, and no marks of notes. */
  const cellText = (cell: Element): string => {
    const copy = cell.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const mark of copy.querySelectorAll('.note-mark')) mark.remove()
    for (const formula of copy.querySelectorAll('math'))
      formula.replaceWith(`$${formula.getAttribute('alttext') ?? formula.textContent}$`)
    for (const image of copy.querySelectorAll('img')) image.replaceWith(image.alt)
    for (const raised of copy.querySelectorAll('sup')) raised.prepend('^')
    for (const lowered of copy.querySelectorAll('sub')) lowered.prepend('_')
    for (const block of copy.querySelectorAll('br, p, li, pre, div, dt, dd')) block.after(' ')
    return copy.textContent
      .replace(/[\u00ad\u200b\u2060]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  }

  const csvOf = ({ rows }: HTMLTableElement): string =>
    csvText(
      tableGrid(
        [...rows].map(({ cells }) =>
          [...cells].map(cell => ({ text: cellText(cell), colSpan: cell.colSpan, rowSpan: cell.rowSpan })),
        ),
      ),
    )

  /** The ending of an image's file: `svg`. */
  const typeOf = ({ src }: HTMLImageElement): string =>
    /^data:image\/([a-z]+)|\.(\w+)$/.exec(src)?.slice(1).find(Boolean)?.replace('jpeg', 'jpg') ?? 'image'

  document.querySelectorAll('figure > .figure-tools').forEach((tools, index) => {
    const figure = tools.parentElement
    const label = figure?.querySelector('.label')?.textContent.replace(/[.:]\s*$/, '') ?? ''
    const base = `${slug}-${label === '' ? index + 1 : label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`
    const parts = [...(figure?.querySelectorAll('.panel > img, .scroll-box > table') ?? [])].filter(
      part => part.closest('figure') === figure,
    )
    parts.forEach((part, at) => {
      const mark = part.closest('.panel')?.querySelector('.panel-mark')?.textContent.replace(/\W/g, '')
      const letter = parts.length === 1 ? '' : mark || `-${at + 1}`
      const type = part instanceof HTMLImageElement ? typeOf(part) : 'csv'
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'save'
      const name = document.createElement('span')
      name.className = 'visually-hidden'
      name.textContent = `${words.save}: ${label} `
      button.append(name, [letter.replace('-', ''), type.toUpperCase()].join(' ').trim())
      button.addEventListener('click', () => {
        const file = `${base}${letter}.${type}`
        if (part instanceof HTMLImageElement) saveImage(file, part.src)
        else if (part instanceof HTMLTableElement) saveData(file, csvOf(part), 'text/csv')
      })
      tools.append(button)
    })
  })
}
