/** An SVG → a picture that is a drawing, with what is to be told of its parts elsewhere and of its fonts. */
import type { Asset } from '../../model/article.ts'
import { broken, type ImageSource, type Reading, type Remark } from './reading.ts'
import { faultOfSvg, readSvg, svgText } from './svg.ts'

const ANEW = 'Export the drawing anew, as PDF or PNG if need be.'

export function svgPicture({ url, data }: ImageSource): Reading {
  try {
    const text = svgText(data)
    const fault = faultOfSvg(text)
    if (fault !== undefined) {
      return broken(`Unexpected content of \`${url}\`: ${fault}`, ANEW)
    }
    const { width, height, ratio, references, missingFonts } = readSvg(text)
    const remarks: Remark[] = []
    if (references.length > 0) {
      remarks.push({
        rule: 'figure-incomplete',
        reason: `Unexpected reference to ${references[0]} in \`${url}\`, expected a drawing that holds all of its parts`,
        note: 'What lies outside of an SVG is not loaded; embed it when you export the drawing.',
      })
    }
    if (missingFonts.length > 0) {
      remarks.push({
        rule: 'figure-font',
        reason: `Unexpected font ${missingFonts.join(', ')} in \`${url}\`, expected letters as outlines or fonts that are embedded in the SVG`,
        note: 'An SVG has no fonts of the system: Open Sans stands in for all. Export it as PDF, or turn text into paths.',
      })
    }
    const isWhole = width !== undefined && height !== undefined
    const shape = ratio === undefined ? {} : { width: ratio * 100, height: 100, isShapeOnly: true }
    const asset: Asset = {
      mediaType: 'image/svg+xml',
      data: new TextEncoder().encode(text),
      ...(isWhole ? { width, height } : shape),
    }
    return { asset, remarks }
  } catch (cause) {
    return broken(`Unexpected content of \`${url}\`, expected an SVG drawing`, ANEW, cause)
  }
}
