/** The hands that every page needs: they run inside the page, and are sent as text. */

export interface DocumentHead {
  readonly title: string
  /** A BCP 47 tag. */
  readonly language: string
}

/** Replaces the body of the page. Runs inside the page. */
export function fillBody(html: string, head: DocumentHead): void {
  document.title = head.title
  document.documentElement.lang = head.language
  document.body.innerHTML = html
}

/**
 * Enlarges the whole page, and lets the boxes of elements and ranges be told in CSS px as before. Runs inside
 * the page, in a world of its own, before other hands.
 */
export function enlargePage(factor: number): void {
  document.documentElement.style.zoom = String(factor)
  const inCssPixels = ({ x, y, width, height }: DOMRect) =>
    new DOMRect(x / factor, y / factor, width / factor, height / factor)
  for (const prototype of [Element.prototype, Range.prototype]) {
    const { getBoundingClientRect, getClientRects } = prototype
    prototype.getBoundingClientRect = function (this: Element & Range) {
      return inCssPixels(getBoundingClientRect.call(this))
    }
    prototype.getClientRects = function (this: Element & Range) {
      const rects: readonly DOMRect[] = Array.from(getClientRects.call(this), inCssPixels)
      return Object.assign([...rects], { item: (index: number) => rects[index] ?? null })
    }
  }
}

/**
 * Waits until the page is ready. Runs inside the page. Loads the faces of fonts that its text needs, and
 * those with a character of `later`.
 */
export async function untilReady(later: string): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise(done => addEventListener('load', done, { once: true }))
  const points = Array.from(new Set(later), character => character.codePointAt(0) ?? 0)
  const hasPoint = ({ unicodeRange }: FontFace) =>
    unicodeRange.split(',').some(part => {
      const [from = 0, to = from] = part
        .trim()
        .slice(2)
        .split('-')
        .map(digits => Number.parseInt(digits, 16))
      return points.some(point => point >= from && point <= to)
    })
  const faces = Array.from(document.fonts).filter(hasPoint)
  await Promise.all(faces.map(face => face.load().catch(() => {})))
  // Layout begins to load the faces that it needs, and may need others when it has them.
  do {
    document.body?.getBoundingClientRect()
    await document.fonts.ready
  } while (document.fonts.status === 'loading')
  await Promise.all(Array.from(document.images, image => image.decode().catch(() => {})))
}
