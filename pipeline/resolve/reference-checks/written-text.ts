/** The text of a field as the file has it, without its name, braces, quotation marks and comma. */
import type { ReferenceSource } from '../../model/article.ts'

/**
 * The text of the field `name` as the bibliography file has it. Empty if the entry lacks the field or the
 * field's place in the file is not known.
 */
export function writtenText({ file, fields }: ReferenceSource, name: string): string {
  const place = fields.get(name)
  const [start, end] = [place?.start.offset, place?.end.offset]
  if (start === undefined || end === undefined) return ''
  return String(file)
    .slice(start, end)
    .replace(/^\s*\w+\s*=/, '')
    .replace(/^[\s{"]+|[\s}",]+$/g, '')
}
