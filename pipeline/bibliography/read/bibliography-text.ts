/**
 * The bytes of a bibliography → its text. It should be UTF-8, but a file that several programs have written
 * may contain single bytes of an older encoding. They are read as Windows-1252, the encoding that contains
 * Latin-1, and reported; everything else stays UTF-8.
 */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'

/** Puts the text into `file`, without a byte order mark. */
export function readBibliographyText(file: VFile, bytes: Uint8Array): void {
  const marked = [...utf16].find(([mark]) => bytes[0] === mark[0] && bytes[1] === mark[1])
  if (marked) {
    file.value = new TextDecoder(marked[1]).decode(bytes)
    return
  }
  try {
    file.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    readMixed(file, bytes)
  }
}

/** Byte order mark → encoding. */
const utf16 = new Map([
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
])

function readMixed(file: VFile, bytes: Uint8Array): void {
  const strays = [...strayBytes(bytes)]
  const single = new TextDecoder('windows-1252')
  let text = ''
  let from = 0
  let firstAt = 0
  for (const at of strays) {
    text += new TextDecoder('utf-8', { ignoreBOM: from > 0 }).decode(bytes.subarray(from, at))
    if (at === strays[0]) firstAt = text.length
    text += single.decode(bytes.subarray(at, at + 1))
    from = at + 1
  }
  file.value = text + new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from))
  const lines = text.slice(0, firstAt).split('\n')
  const count =
    strays.length === 1 ? 'a byte that is not UTF-8 text' : `${strays.length} bytes that are not UTF-8 text`
  report(file, 'bibliography-unclear', {
    reason: `Unexpected character \`${text.charAt(firstAt)}\`: the file has ${count}`,
    place: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
    note: 'Read as Latin-1. Save the file as UTF-8, for example with `iconv -f latin1 -t utf-8`.',
  })
}

/** The offsets of the bytes that are not part of a character in UTF-8 (RFC 3629). */
function* strayBytes(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0
    if (more === 0 || !isCharacter(bytes.subarray(at, at + more + 1), more)) yield at
    else at += more
  }
}

function isCharacter(bytes: Uint8Array, more: number): boolean {
  const [lead = 0, second = 0] = bytes
  const [low, high] =
    lead === 0xe0
      ? [0xa0, 0xbf]
      : lead === 0xed
        ? [0x80, 0x9f]
        : lead === 0xf0
          ? [0x90, 0xbf]
          : lead === 0xf4
            ? [0x80, 0x8f]
            : [0x80, 0xbf]
  if (bytes.length <= more || second < low || second > high) return false
  return bytes.subarray(2).every(byte => byte >= 0x80 && byte <= 0xbf)
}
