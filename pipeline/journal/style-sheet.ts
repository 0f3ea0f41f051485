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
      pieces.push(css.slice(end, from))
      end = to
      continue
    }
    if (isWholeAddress(address)) continue
    const inlined = await inlineFile(address, places)
    if ('problem' in inlined) {
      tell(from, inlined.problem.reason, inlined.problem.note)
    }
    // An empty picture takes the place of one that cannot be read, so that no browser looks for it.
    const whole = 'address' in inlined ? inlined.address : 'data:,'
    pieces.push(css.slice(end, from), `url("${whole}")`)
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

/** Functions of CSS whose texts are addresses without `url()` (CSS Images 4, CSS Values 5). */
const pictureFunctions = /^(?:(?:-webkit-)?image-set|image|src)$/i

/**
 * The addresses of a style sheet: `url(a.svg)`, `url("a.svg")`, the texts in `image-set("a.svg" 1x)`, and
 * `@import` with all that follows as one without an address.
 */
function addressesIn(tokens: readonly CssToken[]): readonly CssAddress[] {
  return tokens.flatMap((token, index): CssAddress[] => {
    const { kind, text, at } = token
    if (kind === 'word' && /^@import$/i.test(text))
      return [{ address: '', from: at, to: endOfStatement(tokens, index), isImport: true }]
    if (kind === 'address') {
      const address = text.slice('url('.length).replace(/\)$/, '').trim()
      return [{ address, from: at, to: at + text.length }]
    }
    if (kind === 'string' && isInPictureFunction(tokens, index))
      return [{ address: text.slice(1, -1), from: at, to: at + text.length }]
    if (kind !== 'word' || !/^url$/i.test(text) || tokens[index + 1]?.text !== '(') return []
    const rest = tokens.slice(index + 2).filter(other => other.kind !== 'space')
    const [string, close] = rest
    if (string?.kind !== 'string' || close?.text !== ')') return []
    return [{ address: string.text.slice(1, -1), from: at, to: close.at + 1 }]
  })
}

function endOfStatement(tokens: readonly CssToken[], from: number): number {
  const last = tokens.slice(from).find(({ text }) => text === ';') ?? tokens.at(-1)
  return last ? last.at + last.text.length : 0
}

/** True for a text directly inside the brackets of a function that loads pictures. */
function isInPictureFunction(tokens: readonly CssToken[], index: number): boolean {
  let depth = 0
  for (let at = index - 1; at > 0; at--) {
    const { text } = tokens[at] ?? { text: '' }
    if (text === '{' || text === '}' || text === ';') return false
    if (text === ')') depth++
    if (text !== '(') continue
    if (depth === 0) return pictureFunctions.test(tokens[at - 1]?.text ?? '')
    depth--
  }
  return false
}
