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

/** Enlarges the whole page. Runs inside the page. */
export function zoomDocument(factor: number): void {
  document.documentElement.style.zoom = String(factor)
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
