/**
 * The small language of a manifest's strings: `{name}` is replaced by a value, and `[…]` is left out if a
 * value inside is missing. `'{volume}[({issue})]:{pages}'` → "2(1):54-55" or "2:54-55".
 */
import { ownValue } from './record.ts'

/** Fills a pattern. A missing value outside brackets becomes empty; names in `keep` are not replaced. */
export function fillPattern(
  pattern: string,
  values: Readonly<Record<string, string | undefined>>,
  keep: ReadonlySet<string> = new Set(),
): string {
  const whole = pattern.replace(/\[([^[\]]*)\]/g, (_, inner: string) =>
    namesIn(inner).every(name => keep.has(name) || hasValue(ownValue(values, name))) ? inner : '',
  )
  const filled = whole.replace(/\{([a-z-]+)\}/g, (match, name: string) =>
    keep.has(name) ? match : (ownValue(values, name) ?? ''),
  )
  // Without a volume, "[Vol {volume}][, {year}]" would begin with the comma, "{year}, {volume}" end with it.
  const started = leading.test(pattern) ? filled : filled.replace(leading, '')
  return trailing.test(pattern) ? started : started.replace(trailing, '')
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
