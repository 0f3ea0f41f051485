/** The italic letter that browsers show for a letter alone in `<mi>` (MathML Core, appendix C). */
const greek: Readonly<Record<string, string>> = {
  ϵ: '𝜖',
  ϑ: '𝜗',
  ϰ: '𝜘',
  ϕ: '𝜙',
  ϱ: '𝜚',
  ϖ: '𝜛',
  '∂': '𝜕',
  '∇': '𝛻',
  ı: '𝚤',
  ȷ: '𝚥',
  h: 'ℎ',
  ϴ: '𝛳',
}

export function italicLetter(letter: string): string {
  const known = greek[letter]
  if (known !== undefined) return known
  const point = letter.codePointAt(0) ?? 0
  const shifted = (first: string, last: string, italic: number) =>
    letter >= first && letter <= last ? italic + point - (first.codePointAt(0) ?? 0) : undefined
  const italic =
    shifted('A', 'Z', 0x1d434) ??
    shifted('a', 'z', 0x1d44e) ??
    shifted('Α', 'Ω', 0x1d6e2) ??
    shifted('α', 'ω', 0x1d6fc)
  return italic === undefined ? letter : String.fromCodePoint(italic)
}
