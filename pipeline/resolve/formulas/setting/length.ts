/** Lengths as Temml writes them, `0.1667em` or `6pt`. */

/** Units in em of a font of 10 pt. */
const ems: Readonly<Record<string, number>> = {
  em: 1,
  ex: 0.43,
  pt: 0.1,
  px: 0.075,
  in: 7.2,
  cm: 2.83,
  mm: 0.283,
}

/** A length in em of its element. Undefined if it is not a length. */
export function lengthOf(written: unknown): number | undefined {
  const parts = /^\s*([-+]?(?:\d+(?:\.\d*)?|\.\d+))\s*([a-z]*)\s*$/.exec(String(written))
  if (!parts) return undefined
  const unit = parts[2] === '' || parts[2] === undefined ? 'em' : parts[2]
  return ems[unit] === undefined ? undefined : Number(parts[1]) * ems[unit]
}
