/** `--` → en dash, `---` → em dash, `...` → ellipsis. Longer rows and arrows stay as they are. */
import type { FlowEdit, TextFlow } from './text-flow.ts'

const typewritten = /(?<![-<!])-{2,3}(?![->])|(?<!\.)\.{3}/g
const marks: Readonly<Record<string, string>> = { '--': '–', '---': '—', '...': '…' }

export function dashes({ text, literals }: TextFlow): FlowEdit[] {
  return Array.from(text.matchAll(typewritten)).flatMap(({ 0: match, index: at }) => {
    const isLiteral = [0, 1, 2].some(step => step < match.length && literals.has(at + step))
    return isLiteral ? [] : [{ at, length: match.length, value: marks[match] ?? match }]
  })
}
