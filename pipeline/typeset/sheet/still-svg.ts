/**
 * A moving drawing as it begins: paper shows one moment, and it must be the same one in every build. Goes:
 * the elements of SMIL (SVG Animations Level 2) and the keyframes of CSS, which then name nothing.
 */

const moving = /<(?:\w+:)?(?:animate|set)|@(?:-\w+-)?keyframes/
const animationElement =
  /<((?:\w+:)?(?:animate|animateColor|animateMotion|animateTransform|set))\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g
const keyframes = /@(?:-\w+-)?keyframes/g

/** The same bytes where nothing moves. */
export function stillSvg(data: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(data)
  if (!moving.test(text)) return data
  // An at-rule that nobody knows is left out with its block (CSS Syntax 3, 9.1).
  return new TextEncoder().encode(text.replace(animationElement, '').replace(keyframes, '@-still-keyframes'))
}
