/** A hand and its arguments as the text of a function, as the browser receives them. */

/** A call of `hand` as text: its functions are written into it, `values` are its other arguments. */
export function callText(hand: (...args: never[]) => unknown, args: readonly unknown[]): string {
  let values = 0
  const list = args.map(arg => functionText(arg) ?? `values[${values++}]`)
  return `(...values) => (${hand})(${list.join(', ')})`
}

/** The source text of a function or of an object of functions; undefined for anything else. */
export function functionText(value: unknown): string | undefined {
  if (typeof value === 'function') return `(${value})`
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value)
  if (entries.length === 0 || entries.some(([, member]) => typeof member !== 'function')) return undefined
  return `({ ${entries.map(([name, member]) => `${name}: (${member})`).join(', ')} })`
}
