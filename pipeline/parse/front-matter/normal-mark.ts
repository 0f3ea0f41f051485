/** A mark after a name as it is printed: `\ddagger` → `‡`. */
import { plainPhrase } from './plain-phrase.ts'

export function normalMark(mark: string): string {
  return plainPhrase(mark.trim())
}
