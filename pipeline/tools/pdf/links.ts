/** Adds a description to every link: the place that it leads to (PDF/UA-1, 7.18.5). Chromium adds none. */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from './library.ts'

const name = (text: string) => PDFName.of(text)

export function describeLinks(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray)
    annotations?.asArray().forEach((_, index) => {
      const annotation = annotations.lookup(index, PDFDict)
      if (annotation.get(name('Subtype')) !== name('Link') || annotation.has(name('Contents'))) return
      const target = targetOf(annotation)
      if (target) annotation.set(name('Contents'), PDFHexString.fromText(target))
    })
  }
}

/** What the link leads to: a web address, or `#` and the name of a place in this document. */
function targetOf(annotation: PDFDict): string | undefined {
  const action = annotation.lookupMaybe(name('A'), PDFDict)
  const uri = textOf(action?.lookup(name('URI')))
  if (uri !== undefined) return uri
  const place = textOf(annotation.lookup(name('Dest')) ?? action?.lookup(name('D')))
  return place === undefined ? undefined : `#${place}`
}

function textOf(value: unknown): string | undefined {
  const isText = value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName
  return isText ? value.decodeText() : undefined
}
