/** Numbers as letters, for panels and appendices: 0 → a, 25 → z, 26 → aa. */

export function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
