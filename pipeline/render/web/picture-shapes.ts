/**
 * Gives each image the ratio of its width to its height, for the style sheet:
 *   <img width="300" height="200"> → <img width="300" height="200" style="--shape: 1.5">
 */
import type { ElementContent } from 'hast'
import { rewrite } from './rewrite.ts'

export function withPictureShapes(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    const { width, height, style } = element.properties
    if (element.tagName !== 'img' || typeof width !== 'number' || typeof height !== 'number') return [element]
    const shape = `--shape: ${Number((width / height).toFixed(4))}`
    return [
      {
        ...element,
        properties: {
          ...element.properties,
          style: typeof style === 'string' ? `${style}; ${shape}` : shape,
        },
      },
    ]
  })
}
