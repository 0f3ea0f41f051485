/**
 * Stops moving drawings, because print must show the same moment in every build. The elements of SMIL (SVG
 * Animations Level 2) are removed, and CSS keyframes are renamed so that no animation finds them.
 */

const moving = /<(?:\w+:)?(?:animate|set)|@(?:-\w+-)?keyframes/
const animationElement =
  /<((?:\w{1,99}:)?(?:animate|animateColor|animateMotion|animateTransform|set))\b[^<>]*>/g
const keyframes = /@(?:-\w+-)?keyframes/g

/** Stops a moving drawing. Returns the same bytes if nothing moves. */
export function stillSvg(data: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(data)
  if (!moving.test(text)) return data
  // Browsers ignore an unknown at-rule with its block (CSS Syntax 3, 9.1).
  return new TextEncoder().encode(withoutAnimations(text).replace(keyframes, '@-still-keyframes'))
}

/** Removes the elements of animations with what is inside them. One that is not closed loses its tag only. */
function withoutAnimations(text: string): string {
  const kept: string[] = []
  const unclosed = new Set<string>()
  let at = 0
  for (const { 0: tag, 1: name = '', index } of text.matchAll(animationElement)) {
    if (index < at) continue
    kept.push(text.slice(at, index))
    at = index + tag.length
    if (tag.endsWith('/>') || unclosed.has(name)) continue
    const closing = new RegExp(`</${name}(?=[\\s>])[^>]*>`, 'g')
    closing.lastIndex = at
    if (closing.test(text)) at = closing.lastIndex
    else unclosed.add(name)
  }
  return kept.join('') + text.slice(at)
}
