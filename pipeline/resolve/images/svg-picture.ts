/** An SVG → a picture, with messages about parts in other files and about fonts that are not embedded. */
import { broken, type ImageSource, type ReadAsset, type Reading, type Remark } from './reading.ts'
import { faultOfSvg, readSvg, svgText } from './svg.ts'

const againNote = 'Export the drawing again, as PDF or PNG if necessary.'

export function svgPicture({ url, data }: ImageSource): Reading {
  try {
    const text = svgText(data)
    const fault = faultOfSvg(text)
    if (fault !== undefined) return broken(`Unexpected content of \`${url}\`: ${fault}`, againNote)
    const { width, height, ratio, references, missingFonts } = readSvg(text)
    const remarks: Remark[] = []
    if (references.length > 0) {
      remarks.push({
        rule: 'figure-incomplete',
        reason: `Unexpected reference to ${references[0]} in \`${url}\`, expected a drawing that contains all of its parts`,
        note: 'Parts in other files are not loaded: embed them when you export the drawing.',
      })
    }
    if (missingFonts.length > 0) {
      remarks.push({
        rule: 'figure-font',
        reason: `Unexpected font ${missingFonts.join(', ')} in \`${url}\`, expected letters as outlines or fonts that are embedded in the SVG`,
        note: 'An SVG cannot use fonts of the system: Open Sans replaces them all. Export it as PDF, or turn text into paths.',
      })
    }
    const hasSize = width !== undefined && height !== undefined
    const shape = ratio === undefined ? {} : { width: ratio * 100, height: 100, isShapeOnly: true }
    const asset: ReadAsset = {
      mediaType: 'image/svg+xml',
      data: new TextEncoder().encode(text),
      ...(hasSize ? { width, height } : shape),
    }
    return { asset, remarks }
  } catch (cause) {
    return broken(`Unexpected content of \`${url}\`, expected an SVG drawing`, againNote, cause)
  }
}
