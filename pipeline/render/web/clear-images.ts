/**
 * Marks images with a transparent background: drawings, and pictures with an alpha channel. In the dark
 * colour scheme they get a white background; photographs do not need one.
 */
import type { ElementContent } from 'hast'
import type { Asset } from '../../model/article.ts'
import { rewrite } from './rewrite.ts'

export function withClearImages(content: readonly ElementContent[]): ElementContent[] {
  return rewrite(content, element => {
    const asset = element.data?.asset
    if (!asset || isOpaque(asset)) return [element]
    return [{ ...element, properties: { ...element.properties, className: ['is-clear'] } }]
  })
}

function isOpaque({ mediaType, data }: Asset): boolean {
  if (mediaType === 'image/jpeg') return true
  if (mediaType !== 'image/png') return false
  // The colour types 0, 2 and 3 have no alpha channel, and without the chunk tRNS they have no transparent
  // colour (ISO/IEC 15948, 11.2.2 and 11.3.2.1).
  return [0, 2, 3].includes(data[25] ?? -1) && !Buffer.from(data).subarray(0, 4096).includes('tRNS')
}
