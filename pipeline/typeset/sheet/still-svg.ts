/**
 * Stops moving drawings, because print must show the same moment in every build. The elements of SMIL (SVG
 * Animations Level 2) are removed, and CSS keyframes are renamed so that no animation finds them.
 */

const moving = /<(?:\w+:)?(?:animate|set)|@(?:-\w+-)?keyframes/
const animationElement =
  /<((?:\w+:)?(?:animate|animateColor|animateMotion|animateTransform|set))\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g
const keyframes = /@(?:-\w+-)?keyframes/g

/** Stops a moving drawing. Returns the same bytes if nothing moves. */
export function stillSvg(data: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(data)
  if (!moving.test(text)) return data
  // Browsers ignore an unknown at-rule with its block (CSS Syntax 3, 9.1).
  return new TextEncoder().encode(text.replace(animationElement, '').replace(keyframes, '@-still-keyframes'))
}
