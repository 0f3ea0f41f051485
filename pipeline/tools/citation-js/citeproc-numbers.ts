/**
 * Pages and locators whose numbers have parts, such as `3:1-3:12` and `2.5-2.9`. citeproc-js takes them for
 * text: it prints "p." and a hyphen. Here they are a range like any other: "pp. 3:1–3:12".
 */

/** A number or mark between separators, as citeproc has read it. */
interface NumberPart {
  readonly value: string
  readonly particle?: string
  joiningSuffix: string
  readonly styling?: { strings: { suffix: string } }
}

/** A variable with numbers, as citeproc has read it. */
interface ShadowNumber {
  readonly values: readonly NumberPart[]
  plural?: number
}

/** The part of citeproc's engine that reads numbers. */
interface NumberEngine {
  processNumber(node: unknown, item: unknown, variable: string, ...rest: unknown[]): void
  getTerm(name: string): string | undefined
  readonly tmp: { readonly shadow_numbers: Readonly<Record<string, ShadowNumber>> }
}

/** Corrects how an engine reads pages. To be called once for an engine. */
export function correctNumbers(citeproc: object): void {
  // The cast is safe: these parts of citeproc have no typings.
  const engine = citeproc as NumberEngine
  const { processNumber } = engine
  engine.processNumber = function (this: NumberEngine, node, item, variable, ...rest) {
    processNumber.call(this, node, item, variable, ...rest)
    const number = this.tmp.shadow_numbers[variable]
    if (!number || !/^(?:page|locator)/.test(variable) || !isRange(number.values)) return
    number.plural = 1
    const dash = this.getTerm('page-range-delimiter') || '–'
    for (const part of number.values) {
      if (part.joiningSuffix !== '-') continue
      part.joiningSuffix = dash
      if (part.styling) part.styling.strings.suffix = part.styling.strings.suffix.replace(/-$/, dash)
    }
  }
}

/** True if several numbers stand there, and at least one of them has parts. */
function isRange(values: readonly NumberPart[]): boolean {
  const texts = values.map(({ value, particle = '' }) => particle + value)
  const hasParts = texts.some(text => /^\p{L}{0,3}\d+(?:[.:]\d+)+$/u.test(text))
  return texts.length > 1 && hasParts && texts.every(text => /^\p{L}{0,3}\d[\d.:\p{L}]*$/u.test(text))
}
