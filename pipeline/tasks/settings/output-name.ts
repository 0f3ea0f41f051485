/** The base name of output files, as a user may choose it. */
import { formats, outputs } from '../outputs.ts'

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be refused.
const forbidden = /[\\/:*?"<>|\u0000-\u001f\u007f]/

/** What is wrong with a base name, as the end of a sentence, or undefined if it can be used everywhere. */
export function nameMistake(name: string): string | undefined {
  const extension = formats.map(format => `.${outputs[format].extension}`).find(end => name.endsWith(end))
  if (extension !== undefined) return `expected a name without ${extension}, which is added`
  if (name.trim() === '') return 'expected a name such as my-paper'
  const sign = forbidden.exec(name)?.[0]
  if (sign !== undefined) return `expected a name without ${JSON.stringify(sign)}, such as my-paper`
  if (/^\s|^\.|[.\s]$/.test(name)) return 'expected a name without a dot or a space at its ends'
  if (reserved.test(name)) return 'expected a name that Windows does not reserve'
  return new TextEncoder().encode(name).length > 200 ? 'expected a shorter name' : undefined
}
