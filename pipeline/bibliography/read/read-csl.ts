/**
 * A CSL-JSON or CSL-YAML file → its works, with the places of the works and their variables. The works are a
 * list, or a list under `references:` or `items:`, as pandoc and Zotero write it.
 */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { CslDraft } from '../../model/csl.ts'
import { cslItem } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { isRecord } from '../../values/record.ts'
import { readYaml } from '../../values/yaml-source.ts'
import { checkCslValues } from './check-csl-values.ts'
import { withoutMarkdown } from './csl-markdown.ts'
import { jsonPlaces } from './json-places.ts'
import { readCslDate } from './read-csl-date.ts'
import type { Work } from './work.ts'
import { keyMaker } from './work-key.ts'

const dateVariables = ['issued', 'accessed', 'submitted', 'event-date', 'original-date', 'available-date']

export function readCsl(file: VFile): readonly Work[] {
  const source = readJson(String(file)) ?? readYamlPlaces(file)
  const list = source && listOfWorks(source.value)
  if (!source) return []
  if (!list) {
    report(file, 'bibliography-broken', {
      reason: 'Unexpected CSL data, expected a list of works',
      place: start,
      note: 'Write the works as a list, or as a list under `references:`.',
    })
    return []
  }
  const makeKey = keyMaker()
  const plain = list.map(entry => (source.isYaml && isRecord(entry) ? withoutMarkdown(entry) : entry))
  return plain.flatMap((entry, at) => readWork(entry, source.placesAt(at), makeKey, file) ?? [])
}

interface CslSource {
  readonly value: unknown
  /** True for YAML, whose texts are Markdown. */
  readonly isYaml?: boolean
  /** The place of the work with this index in the list, and of its variables. */
  placesAt(index: number): {
    place?: Position | undefined
    fieldPlace: (name: string) => Position | undefined
  }
}

/**
 * Reads CSL-JSON. Undefined if the text is not JSON: it may be YAML, which also accepts a comma after the
 * last item.
 */
function readJson(text: string): CslSource | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const places = jsonPlaces(text)
  return {
    value,
    placesAt: index => ({
      place: places[index]?.place,
      fieldPlace: name => places[index]?.members.get(name),
    }),
  }
}

function readYamlPlaces(file: VFile): CslSource | undefined {
  // pandoc puts `---` and `...` around the data, as around a front matter. They become spaces, so that the
  // offsets stay right.
  const text = String(file)
    .replace(/^---[ \t]*$/gm, '   ')
    .replace(/^\.\.\.[ \t]*$/gm, '   ')
  const source = readYaml(text, start)
  const [error] = source.errors
  if (error) {
    report(file, 'bibliography-broken', {
      reason: `Unexpected CSL data: ${error.reason}`,
      place: error.place?.start ?? start,
      note: 'No work of the file can be read.',
    })
    return undefined
  }
  const path = Array.isArray(source.value)
    ? []
    : listKeys.filter(key => Array.isArray(memberOf(source.value, key)))
  return {
    value: source.value,
    isYaml: true,
    placesAt: index => ({
      place: source.placeOf([...path.slice(0, 1), index]),
      fieldPlace: name => source.placeOf([...path.slice(0, 1), index, name]),
    }),
  }
}

function readWork(
  entry: unknown,
  { place, fieldPlace }: ReturnType<CslSource['placesAt']>,
  makeKey: (item: CslDraft) => string,
  file: VFile,
): Work | undefined {
  if (!isRecord(entry)) {
    report(file, 'bibliography-broken', {
      reason: 'Unexpected value in the list of works, expected a work',
      place: place ?? start,
    })
    return undefined
  }
  const item: CslDraft = { ...entry }
  for (const name of dateVariables)
    if (item[name] !== undefined) item[name] = readCslDate(item[name]) ?? item[name]
  // Manubot names a work by its identifier: `standard_citation: doi:10.1234/x`.
  const names = [item.standard_citation, item.standard_id].filter(name => typeof name === 'string')
  const key = item.id ?? item['citation-key'] ?? names[0]
  const id = key === undefined ? makeKey(item) : String(key)
  checkCslValues(entry, { file, key: id, place, fieldPlace })
  const keyPlace = key === undefined ? undefined : fieldPlace('id')
  const fields = Object.keys(item).flatMap(name => {
    const at = fieldPlace(name)
    return at ? [[name.toLowerCase(), at] as const] : []
  })
  return {
    // The fields are not checked: citeproc ignores those that it does not know.
    item: cslItem(item, id),
    type: typeof item.type === 'string' ? item.type : '',
    ...(names.length > 0 && { aliases: names.filter(name => name !== key) }),
    ...(place && { place }),
    ...(keyPlace && { keyPlace }),
    fields: new Map(fields),
  }
}

const listKeys = ['references', 'items']

function listOfWorks(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  return listKeys.map(key => memberOf(value, key)).find(list => Array.isArray(list))
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

const start = { line: 1, column: 1 }
