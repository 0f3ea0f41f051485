/**
 * The small language of a manifest's strings: `{name}` is replaced by a value, and `[…]` is left out if a
 * value inside is missing. `'{volume}[({issue})]:{pages}'` → "2(1):54-55" or "2:54-55". Brackets after a
 * backslash are printed: `'\[{number}\]'` → "[3]".
 */
import { ownValue } from './record.ts'

/** Fills a pattern. A missing value outside brackets becomes empty; names in `keep` are not replaced. */
export function fillPattern(
  pattern: string,
  values: Readonly<Record<string, string | undefined>>,
  keep: ReadonlySet<string> = new Set(),
): string {
  const whole = withoutEscapes(pattern).replace(optionalPart, (_, inner: string) =>
    namesIn(inner).every(name => keep.has(name) || hasValue(ownValue(values, name))) ? inner : '',
  )
  const bracketed = whole.replaceAll(printed.open, '[').replaceAll(printed.close, ']')
  const filled = bracketed.replace(/\{([a-z-]+)\}/g, (match, name: string) =>
    keep.has(name) ? match : (ownValue(values, name) ?? ''),
  )
  // Without a volume, "[Vol {volume}][, {year}]" would begin with the comma, "{year}, {volume}" end with it.
  const started = leading.test(pattern) ? filled : filled.replace(leading, '')
  return trailing.test(pattern) ? started : started.replace(trailing, '')
}

/** Stand for brackets that are printed. These noncharacters occur in no text. */
const printed = { open: '\uFDD0', close: '\uFDD1' }

/** A part in brackets, after `withoutEscapes`. */
export const optionalPart = /\[([^[\]]*)\]/g

/** A pattern in which brackets are only those of optional parts. */
export function withoutEscapes(pattern: string): string {
  return pattern.replaceAll('\\[', printed.open).replaceAll('\\]', printed.close)
}

const leading = /^[\s,;:.–—-]+/
const trailing = /[\s,;:–—-]+$/

/** The names that a pattern uses. */
export function namesIn(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\{([a-z-]+)\}/g)].map(match => match[1] ?? '')
}

function hasValue(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}
