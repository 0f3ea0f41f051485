/** A mark after a name, as written → as printed: `\ddagger` → `‡`. */
import { plainPhrase } from './plain-phrase.ts'

export function normalMark(mark: string): string {
  return plainPhrase(mark.trim())
}
