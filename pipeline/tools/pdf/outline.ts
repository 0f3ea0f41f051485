/** The outline, in which Chromium joins the lines of a heading without the space between them. */
import type { PdfFile } from './file.ts'
import { refTo, stringOf, textOf } from './values.ts'

/**
 * Writes the titles of the outline with the spaces of the headings that they are. A title that is none of
 * `headings` stays.
 */
export function spaceTitles(file: PdfFile, headings: readonly string[]): void {
  const whole = new Map(headings.map(heading => [squeezed(heading), heading.replace(/\s+/g, ' ').trim()]))
  const visit = (reference: string | undefined): void => {
    for (let item = file.dict(reference); item; item = file.dict(item.get('Next'))) {
      const title = textOf(item.get('Title'))
      const heading = title === undefined ? undefined : whole.get(squeezed(title))
      if (heading !== undefined) item.set('Title', stringOf(heading))
      visit(firstOf(item))
    }
  }
  const outlines = file.dict(file.dict(refTo(file.root))?.get('Outlines'))
  if (outlines) visit(firstOf(outlines))
}

function firstOf(item: ReadonlyMap<string, unknown>): string | undefined {
  const first = item.get('First')
  return typeof first === 'string' ? first : undefined
}

/** The text without white space and soft hyphens. */
function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00AD\u200B]+/g, '')
}
