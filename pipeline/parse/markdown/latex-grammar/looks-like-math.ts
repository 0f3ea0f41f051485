/**
 * Tells formulas from escaped brackets: `\(x\)` and `\[x\]` are formulas in LaTeX and bookdown, and brackets
 * in CommonMark. A formula ends with the partner of its opening bracket. It contains a command, a superscript
 * or subscript, a relation, an operator or a brace, or in `\(…\)` only a letter, or a letter with a prime.
 * Outside its commands and `\text{…}`, it contains fewer than three words of three or more letters.
 */
export function looksLikeMath(text: string): boolean {
  const [, open, inner = '', close] = /^\\([[(])([\s\S]*)\\([\])])$/.exec(text) ?? []
  if (open === undefined || (open === '[') !== (close === ']')) return false
  const withoutCommands = inner
    .replace(/\\(?:text|mathrm|mbox|operatorname)\s*\{[^{}]*\}/g, '\\x')
    .replace(/\\\p{L}+/gu, ' \\x ')
  if ((withoutCommands.match(/(?<![\\\p{L}])\p{L}{3,}/gu) ?? []).length >= 3) return false
  if (open === '(' && (/^\s*\p{L}\s*$/u.test(inner) || /(?<!\p{L})\p{L}'/u.test(inner))) return true
  return /\\\p{L}|\^|(?:^|[^\p{L}]|(?<!\p{L})\p{L})_|[=<>≤≥≈{}]|\S\s*[+*/]\s*\S/u.test(inner)
}
