/** Broken lines → the job for the hand `setLines`. */
import type { LineJob, SetLine } from '../hands/set-lines.ts'
import type { Line } from '../items.ts'

export function lineJob(id: number, lines: readonly Line[], pieces: LineJob['pieces']): LineJob {
  return {
    id,
    pieces,
    lines: lines.map(
      (line): SetLine => ({
        start: line.start,
        isHyphenated: line.isHyphenated,
        // CSS does not scale these lengths with the letters.
        wordSpacing: line.wordSpacing * line.scale,
        letterSpacing: line.letterSpacing * line.scale,
        scale: line.scale,
        shift: line.offset - line.hang,
        ...(line.isContinued && { isContinued: true as const }),
        ...(line.over !== undefined && { room: [line.over, line.under ?? 0] as const }),
      }),
    ),
  }
}
