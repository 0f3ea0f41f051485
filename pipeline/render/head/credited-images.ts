/** The images with a credit or a licence, as schema.org's `ImageObject`. */
import { toString as plainText } from 'mdast-util-to-string'
import type { Article } from '../../model/article.ts'
import { visit } from '../../model/visit.ts'
import { licenseOf } from './license-of.ts'

/**
 * The images with a credit or a licence. Undefined if there are none. `page`: address of the web page, if
 * known.
 */
export function creditedImages({ body }: Article, page: string | undefined): readonly object[] | undefined {
  const images: object[] = []
  visit(body, node => {
    if (node.type !== 'figure' && node.type !== 'panel') return
    const { credit, id } = node.data ?? {}
    if (!credit) return
    const words = node.type === 'panel' ? node : node.children.find(child => child.type === 'caption')
    const { text, license } = credit
    // Values may be undefined: JSON leaves them out.
    images.push({
      '@type': 'ImageObject',
      url: page && id && `${page}#${encodeURIComponent(id)}`,
      caption: (words && plainText(words)) || undefined,
      creditText: text,
      license: licenseOf(license),
    })
  })
  return images.length > 0 ? images : undefined
}
