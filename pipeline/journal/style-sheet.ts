/**
 * One style sheet of a journal: its mistakes are reported at their places, and its pictures are put into it.
 * `url(images/wave.svg)` → `url(data:…)`.
 */
import type { VFile } from 'vfile'
import { report } from '../model/diagnostics.ts'
import { pointAt } from '../values/point-at.ts'
import { cssProblems } from './css-problems.ts'
import { type CssToken, cssTokens } from './css-tokens.ts'
import { inlineFile, isWholeAddress, type JournalFolders } from './inline-file.ts'

/** Returns the text of the style sheet in `file` with its pictures inside. */
export async function readStyleSheet(file: VFile, places: JournalFolders): Promise<string> {
  const css = String(file)
  const tell = (at: number, reason: string, note?: string) =>
    report(file, 'journal-invalid', { reason, note, place: pointAt(css, at) })
  for (const { reason, note, at } of cssProblems(css)) tell(at, reason, note)
  const pieces: string[] = []
  let end = 0
  for (const { address, from, to, isImport } of addressesIn(cssTokens(css))) {
    if (isImport) {
      tell(from, 'Unexpected `@import` in the style sheet of a journal', 'Write its rules into this file.')
      continue
    }
    if (isWholeAddress(address)) continue
    const inlined = await inlineFile(address, places)
    if ('problem' in inlined) {
      tell(from, inlined.problem.reason, inlined.problem.note)
      continue
    }
    pieces.push(css.slice(end, from), `url("${inlined.address}")`)
    end = to
  }
  return pieces.join('') + css.slice(end)
}

interface CssAddress {
  readonly address: string
  readonly from: number
  readonly to: number
  readonly isImport?: true
}

/** The addresses of a style sheet: `url(a.svg)`, `url("a.svg")`, and `@import` as one without an address. */
function addressesIn(tokens: readonly CssToken[]): readonly CssAddress[] {
  return tokens.flatMap((token, index): CssAddress[] => {
    const { kind, text, at } = token
    if (kind === 'word' && /^@import$/i.test(text))
      return [{ address: '', from: at, to: at + text.length, isImport: true }]
    if (kind === 'address') {
      const address = text.slice('url('.length).replace(/\)$/, '').trim()
      return [{ address, from: at, to: at + text.length }]
    }
    if (kind !== 'word' || !/^url$/i.test(text) || tokens[index + 1]?.text !== '(') return []
    const rest = tokens.slice(index + 2).filter(other => other.kind !== 'space')
    const [string, close] = rest
    if (string?.kind !== 'string' || close?.text !== ')') return []
    return [{ address: string.text.slice(1, -1), from: at, to: close.at + 1 }]
  })
}
