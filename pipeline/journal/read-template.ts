/**
 * A journal's template, HTML with a `<slot name="…">` for each part of the article → its tree, with the
 * journal's pictures inside. Mistakes are reported at their places in `article.html`.
 */
import type { Element, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { VFile } from 'vfile'
import { report } from '../model/diagnostics.ts'
import { nearestWord } from '../values/nearest-word.ts'
import { inlineFile, isWholeAddress, type JournalFolders } from './inline-file.ts'
import { articleValues, patternProblems } from './pattern-schema.ts'
import { keepAllowedMarkup } from './template-markup.ts'
import { authorSlots, journalSlots } from './template-slots.ts'

const slotNames: readonly string[] = [...authorSlots, ...journalSlots]

/** `hasSide`: whether the first page has a place beside its text. */
export async function readTemplate(file: VFile, places: JournalFolders, hasSide: boolean): Promise<Root> {
  const tree = fromHtml(String(file), {
    fragment: true,
    onerror: ({ reason, place, note }) => {
      const sentence = `Unexpected HTML in the template: ${reason}`
      report(file, 'journal-invalid', { reason: sentence, place, note: note ?? undefined })
    },
  })
  keepAllowedMarkup(tree, file)
  const elements = [...elementsIn(tree)]
  reportSlots(file, elements)
  reportPlaces(file, elements, hasSide)
  for (const element of elements) if (element.tagName === 'img') await inlineImage(element, file, places)
  return tree
}

/** The names of a template's slots in their order. */
export function slotsOf(template: Root): readonly string[] {
  return slotElements(template).map(({ properties }) => String(properties.name ?? ''))
}

/** The patterns of a template's lines: `<slot name="line" text="Volume {volume}">`. */
export function linesOf(template: Root): readonly string[] {
  const lines = slotElements(template).filter(({ properties }) => properties.name === 'line')
  return lines.map(({ properties }) => String(properties.text ?? ''))
}

function slotElements(template: Root): readonly Element[] {
  return [...elementsIn(template)].filter(({ tagName }) => tagName === 'slot')
}

/** Reports a line without a text, and values in its text that there are not. */
function reportLine(file: VFile, { properties, position: place }: Element): void {
  if (typeof properties.text !== 'string') {
    report(file, 'journal-invalid', {
      reason: 'Missing `text` of the slot `line` in the template',
      note: '<slot name="line" text="Volume {volume}[, number {issue}]"></slot>',
      place,
    })
    return
  }
  for (const { reason, note } of patternProblems(properties.text, articleValues)) {
    report(file, 'journal-invalid', { reason: `${reason} in the text of the slot \`line\``, note, place })
  }
}

function reportSlots(file: VFile, elements: readonly Element[]): void {
  const slots = elements.filter(({ tagName }) => tagName === 'slot')
  const seen = new Set<string>()
  for (const slot of slots) {
    const place = slot.properties.dataLabel
    if (place !== undefined && place !== 'above') {
      report(file, 'journal-invalid', {
        reason: `Unexpected value \`${place}\` of \`data-label\` in the template, expected \`above\``,
        place: slot.position,
        expected: ['above'],
      })
    }
    const name = String(slot.properties.name ?? '')
    const isKnown = slotNames.includes(name)
    if (name === 'line') {
      reportLine(file, slot)
      continue
    }
    if (isKnown && !seen.has(name)) {
      seen.add(name)
      continue
    }
    const nearest = isKnown ? undefined : nearestWord(name, slotNames)
    report(file, 'journal-invalid', {
      reason: isKnown
        ? `Unexpected second slot \`${name}\` in the template, expected one`
        : name === ''
          ? 'Unexpected slot without a name in the template'
          : `Unexpected slot \`${name}\` in the template`,
      place: slot.position,
      note: isKnown
        ? 'Remove one of the two.'
        : nearest === undefined
          ? `The slots are ${slotNames.join(', ')}.`
          : `Did you mean \`${nearest}\`?`,
      expected: isKnown ? undefined : nearest === undefined ? slotNames : [nearest],
    })
  }
  // Blocks of authors say what the two other slots say.
  const replaced: readonly string[] = seen.has('author-blocks') ? ['authors', 'affiliations'] : []
  const missing = authorSlots.filter(name => !seen.has(name) && !replaced.includes(name))
  if (missing.length === 0) return
  const names = missing.map(name => `\`${name}\``).join(', ')
  report(file, 'journal-invalid', {
    reason: `Missing ${missing.length === 1 ? 'slot' : 'slots'} ${names} in the template, so the article loses text`,
    note: missing.map(name => `<slot name="${name}"></slot>`).join(' '),
  })
}

/** The places on the page that an element of a template may ask for, by attribute. */
const pagePlaces: Readonly<Record<'dataSpan' | 'dataPlace', readonly string[]>> = {
  dataSpan: ['page', 'full'],
  dataPlace: ['side', 'foot'],
}

/** Reports places on the page that there are not, or that this page has not. */
function reportPlaces(file: VFile, elements: readonly Element[], hasSide: boolean): void {
  const isPlaced = ({ properties }: Element) =>
    properties.dataSpan !== undefined || properties.dataPlace !== undefined
  const placed = new Set(elements.filter(isPlaced).flatMap(outer => [...elementsIn(outer)].slice(1)))
  for (const element of elements) {
    const { properties, position: place } = element
    for (const name of ['dataSpan', 'dataPlace'] as const) {
      const { [name]: value } = properties
      const expected = pagePlaces[name]
      if (value === undefined || expected.includes(String(value))) continue
      const attribute = name === 'dataSpan' ? 'data-span' : 'data-place'
      const reason = `Unexpected \`${attribute}="${value}"\` in the template`
      const note = `It may be ${expected.map(word => `\`${word}\``).join(' or ')}.`
      report(file, 'journal-invalid', { reason, note, place, expected })
    }
    if (properties.dataPlace !== 'side') continue
    if (placed.has(element)) {
      report(file, 'journal-invalid', {
        reason: 'Unexpected `data-place="side"` inside an element that has a place itself',
        note: 'Move it out, before or after the element with `data-span` or `data-place`.',
        place,
      })
    }
    if (hasSide) continue
    report(file, 'journal-invalid', {
      reason: 'Unexpected `data-place="side"` in the template: no side of the first page is free',
      note: 'Add `margin-column` to `page` in journal.yml, or fewer columns to `page.first`. It is in the text now.',
      place,
    })
  }
}

/** `<img src="images/logo.svg">` → `<img src="data:…">`. A picture without `alt` is decoration. */
async function inlineImage(element: Element, file: VFile, places: JournalFolders): Promise<void> {
  const source = String(element.properties.src ?? '')
  element.properties.alt ??= ''
  if (isWholeAddress(source)) return
  const inlined = await inlineFile(source, places)
  if ('address' in inlined) {
    element.properties.src = inlined.address
    return
  }
  report(file, 'journal-invalid', { ...inlined.problem, place: element.position })
  // The text alternative stands in the place of the picture, as in a browser.
  element.tagName = 'span'
  element.children = [{ type: 'text', value: String(element.properties.alt) }]
  element.properties = {}
}

function* elementsIn(node: Root | RootContent): Generator<Element> {
  if (node.type === 'element') yield node
  if (node.type === 'element' || node.type === 'root')
    for (const child of node.children) yield* elementsIn(child)
}
