/**
 * Reports variables of CSL data whose values have another form than CSL 1.0.2 ("csl-data.json") gives them,
 * and which are therefore not printed, or printed otherwise than they were meant.
 */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { CslDraft } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { isRecord } from '../../values/record.ts'
import { readCslDate } from './read-csl-date.ts'

const texts =
  `title title-short container-title container-title-short collection-title volume issue page number edition
  publisher publisher-place event-title event-place genre medium note DOI URL ISBN ISSN PMID PMCID version
  archive status language`.split(/\s+/)
const names =
  `author editor translator container-author collection-editor composer director interviewer recipient
  reviewed-author original-author`.split(/\s+/)
const dates = 'issued accessed event-date original-date submitted'.split(' ')

interface CheckedEntry {
  readonly file: VFile
  readonly key: string
  readonly place: Position | undefined
  readonly fieldPlace: (name: string) => Position | undefined
}

/** `entry`: the variables as written. Empty values pass. */
export function checkCslValues(entry: CslDraft, { file, key, place, fieldPlace }: CheckedEntry): void {
  const check = (variables: readonly string[], isForm: (value: unknown) => boolean, expected: string) => {
    for (const name of variables) {
      const value = entry[name]
      if (value === undefined || value === null || isForm(value)) continue
      report(file, 'bibliography-unclear', {
        reason: `Unexpected value of \`${name}\` of the entry \`${key}\`, expected ${expected}`,
        place: fieldPlace(name) ?? place ?? { line: 1, column: 1 },
        note: 'What cannot be read of it is left out.',
      })
    }
  }
  check(texts, isTextual, 'a text')
  check(names, value => Array.isArray(value) && value.every(isName), 'a list of names')
  check(dates, isDate, 'a date, as in `{"date-parts": [[2015, 1]]}`')
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

/** Registries answer with lists of titles, which are joined. */
function isTextual(value: unknown): boolean {
  return isText(value) || (Array.isArray(value) && value.every(isText))
}

function isName(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['family', 'given', 'literal', 'name', 'suffix'].every(
      part => value[part] === undefined || value[part] === null || isText(value[part]),
    )
  )
}

/** CSL-YAML has other forms of dates besides those of CSL-JSON. */
function isDate(value: unknown): boolean {
  if (isText(value) || (isRecord(value) && Object.keys(value).length === 0)) return true
  const date = readCslDate(value)
  return date !== undefined && date['date-parts']?.[0]?.length !== 0
}
