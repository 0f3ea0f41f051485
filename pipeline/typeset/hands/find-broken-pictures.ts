/** A hand in the browser: replaces each picture that the browser cannot decode by a visible mark. */
import type { Dom } from './dom.ts'

/** Replaces the pictures. Returns for each of them the `data-source` of the element that contains it. */
export async function findBrokenPictures(dom: Dom): Promise<(number | undefined)[]> {
  const images = Array.from(document.images)
  const isBroken = await Promise.all(
    images.map(image =>
      image.decode().then(
        () => false,
        () => true,
      ),
    ),
  )
  return images.flatMap((image, index) => {
    if (!isBroken[index]) return []
    const source = dom.sourceOf(image)
    const mark = document.createElement('mark')
    mark.className = 'problem missing-image'
    mark.textContent = `Unreadable image: ${image.alt}`
    const panels = image.closest('.panels')
    // The words of the mark may need more room than the picture had.
    if (panels instanceof HTMLElement) panels.style.removeProperty('width')
    image.replaceWith(mark)
    return [source]
  })
}
