/** Bytes of a file → its text. Manuscripts, bibliographies and project files are UTF-8. */
import type { VFile } from 'vfile'
import { reportFatal } from './diagnostics.ts'

/**
 * Puts the text into `file`, without a byte order mark. Reports bytes that are not UTF-8 and returns false.
 */
export function decodeUtf8(file: VFile, bytes: Uint8Array): boolean {
  try {
    file.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    const before = new TextDecoder().decode(bytes).split('\uFFFD')[0] ?? ''
    const lines = before.split('\n')
    reportFatal(file, 'manuscript-encoding', {
      reason: 'Unexpected byte that is not UTF-8 text',
      place: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
      note: 'Save the file as UTF-8, for example with `iconv -f latin1 -t utf-8`.',
    })
    return false
  }
}
