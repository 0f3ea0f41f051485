/**
 * `\(x\)` and `\[x\]` are math in LaTeX and bookdown, and escaped brackets in CommonMark. They are math where
 * they end and what stands between them looks like it: it has a command, a script, a relation or a group,
 * or is a single letter in `\(…\)`; and it has no three words of prose.
 */
export function looksLikeMath(text: string): boolean {
  const [, open, inner = '', close] = /^\\([[(])([\s\S]*)\\([\])])$/.exec(text) ?? []
  if (open === undefined || (open === '[') !== (close === ']')) return false
  const bare = inner
    .replace(/\\(?:text|mathrm|mbox|operatorname)\s*\{[^{}]*\}/g, '\\x')
    .replace(/\\\p{L}+/gu, ' \\x ')
  if ((bare.match(/(?<![\\\p{L}])\p{L}{3,}/gu) ?? []).length >= 3) return false
  if (open === '(' && /^\s*\p{L}\s*$/u.test(inner)) return true
  return /\\\p{L}|\^|(?:^|[^\p{L}]|(?<!\p{L})\p{L})_|[=<>≤≥≈{}]|\S\s*[+*/]\s*\S/u.test(inner)
}
