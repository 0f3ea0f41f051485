/** A hand in the browser: pictures that it cannot decode, each of which becomes a visible mark. */

/** Runs in the page, on its own. Answers the `data-source` of what each stands in. */
export async function findBrokenPictures(): Promise<(number | undefined)[]> {
  const images = Array.from(document.images)
  const isBroken = await Promise.all(
    images.map(image =>
      image.decode().then(
        () => false,
        () => true,
      ),
    ),
  )
  return images.flatMap((image, at) => {
    if (!isBroken[at]) return []
    const source = image.closest('[data-source]')?.getAttribute('data-source')
    const mark = document.createElement('mark')
    mark.className = 'problem missing-image'
    mark.textContent = `Unreadable image: ${image.alt}`
    const panels = image.closest('.panels')
    // Its words need more room than the picture may have had.
    if (panels instanceof HTMLElement) panels.style.removeProperty('width')
    image.replaceWith(mark)
    return [source === null || source === undefined ? undefined : Number(source)]
  })
}
