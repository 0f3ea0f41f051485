/** What a field of an entry says as it is written, without its name, braces, quotation marks and comma. */
import type { ReferenceSource } from '../../model/article.ts'

/** Empty where the field is not there, or its place is not known. */
export function writtenText({ file, fields }: ReferenceSource, name: string): string {
  const place = fields.get(name)
  const [start, end] = [place?.start.offset, place?.end.offset]
  if (start === undefined || end === undefined) return ''
  return String(file)
    .slice(start, end)
    .replace(/^\s*\w+\s*=/, '')
    .replace(/^[\s{"]+|[\s}",]+$/g, '')
}
