/**
 * The YAML at the head of a manuscript → `Metadata`. What is wrong is reported where it stands and left
 * out; the rest is kept.
 */
import { closest, distance } from 'fastest-levenshtein'
import type { Yaml } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { z } from 'zod'
import { report } from '../diagnostics.ts'
import { foreignKeys, keysAt, type Metadata, metadataSchema, synonyms } from '../metadata.ts'
import { readYaml, type YamlSource } from '../yaml-source.ts'

export interface FrontMatter {
  readonly metadata: Metadata
  readonly placeOf: (path: readonly (string | number)[]) => Position | undefined
}

type Path = (string | number)[]

/** `yaml`: the node that the parser found, if there is one. */
export function readFrontMatter(file: VFile, yaml: Yaml | undefined): FrontMatter {
  if (!yaml) return { metadata: {}, placeOf: () => undefined }
  const start = yaml.position?.start ?? { line: 1, column: 1 }
  // The value begins on the line after `---`.
  const source = readYaml(yaml.value, { line: start.line + 1, column: 1 })
  for (const error of source.errors) {
    report(file, 'front-matter-broken', {
      reason: `Unexpected YAML in the front matter: ${error.reason}`,
      place: error.place,
      note: 'Nothing of the front matter is used until this is mended.',
    })
  }
  const value = source.value ?? {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    report(file, 'front-matter-broken', {
      reason: 'Unexpected front matter, expected lines such as `title: …`',
      place: yaml.position,
    })
    return { metadata: {}, placeOf: () => undefined }
  }
  const origins = new Map<string, Path>()
  const normal = renameKeys(value, origins)
  const placeOf = (path: readonly (string | number)[]) => source.placeOf(originOf(path, origins))
  return { metadata: check(file, normal, { source, placeOf, origins }), placeOf }
}

/** Puts the values of synonyms where the schema has them, and notes where they came from. */
function renameKeys(value: object, origins: Map<string, Path>): Record<string, unknown> {
  const normal: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    if (foreignKeys.has(key)) continue
    const [first = key, second] = synonyms[key] ?? [key]
    origins.set([first, ...(second === undefined ? [] : [second])].join('.'), [key])
    if (second === undefined) normal[first] = item ?? undefined
    else normal[first] = { [second]: item, ...asRecord(normal[first]) }
  }
  return normal
}

function originOf(path: readonly (string | number)[], origins: ReadonlyMap<string, Path>): Path {
  const [first, second] = path
  const nested = origins.get(`${first}.${second}`)
  if (nested) return [...nested, ...path.slice(2)]
  return [...(origins.get(String(first)) ?? [String(first)]), ...path.slice(1)]
}

interface Places {
  readonly source: YamlSource
  readonly placeOf: FrontMatter['placeOf']
  readonly origins: ReadonlyMap<string, Path>
}

/** Reports each issue and takes the value away, until what is left is valid. */
function check(file: VFile, value: Record<string, unknown>, places: Places): Metadata {
  // What misses something has nothing to take away: then what it stands in goes, one step further up each time.
  for (let climb = 0; ; ) {
    const checked = metadataSchema.safeParse(value)
    if (checked.success) return checked.data
    const before = JSON.stringify(value)
    const issues = innermost(checked.error.issues)
    for (const issue of climb === 0 ? issues : []) {
      if (issue.code === 'unrecognized_keys') reportUnknownKeys(file, issue, places)
      else reportInvalid(file, issue, value, places)
    }
    for (const issue of issues) {
      const path = stepsOf(issue)
      const gone = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...path, key]) : [path]
      for (const steps of gone) removeAt(value, steps.slice(0, Math.max(1, steps.length - climb)))
    }
    closeLists(value)
    climb = JSON.stringify(value) === before ? climb + 1 : 0
  }
}

/** Of a union's issue, the issues of the alternative that fits best: the one that got deepest. */
function innermost(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap(issue => {
    if (issue.code !== 'invalid_union') return [issue]
    const alternatives = issue.errors.map(errors =>
      innermost(errors.map(error => ({ ...error, path: [...issue.path, ...error.path] }))),
    )
    const depth = (list: readonly z.core.$ZodIssue[]) => Math.max(0, ...list.map(one => one.path.length))
    const isOfType = (list: readonly z.core.$ZodIssue[]) =>
      list.some(one => one.code === 'invalid_type' && one.path.length === issue.path.length)
    const fitting = alternatives.filter(list => list.length > 0 && !isOfType(list))
    const best = fitting.sort((a, b) => depth(b) - depth(a))[0]
    return best ?? [issue]
  })
}

function reportUnknownKeys(
  file: VFile,
  issue: Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>,
  { source, origins }: Places,
): void {
  const path = stepsOf(issue)
  for (const key of issue.keys) {
    const nearest = nearestKey(key, path)
    report(file, 'front-matter-unknown-key', {
      reason: `Unexpected key \`${[...path, key].join('.')}\` in the front matter`,
      place: source.placeOfKey(path.length > 0 ? originOf(path, origins) : [], key),
      ...(nearest !== undefined && { expected: [nearest], note: `Did you mean \`${nearest}\`?` }),
    })
  }
}

function reportInvalid(
  file: VFile,
  issue: z.core.$ZodIssue,
  value: Record<string, unknown>,
  places: Places,
): void {
  const path = stepsOf(issue)
  const found = path.reduce<unknown>((inner, step) => asRecord(inner)[step], value)
  const shown = typeof found === 'object' ? '' : ` \`${String(found)}\``
  const expected = issue.message.replace(/^Invalid input: /, '')
  report(file, 'front-matter-invalid', {
    reason: `Unexpected value${shown} of \`${path.join('.')}\`, ${expected}`,
    place: places.placeOf(path),
    note: 'The value is left out of the article.',
  })
}

function nearestKey(key: string, path: Path): string | undefined {
  const known = [...keysAt(path), ...(path.length === 0 ? Object.keys(synonyms) : [])]
  if (known.length === 0) return undefined
  const nearest = closest(key, known)
  return distance(key, nearest) <= Math.max(2, key.length / 3) ? nearest : undefined
}

function stepsOf(issue: z.core.$ZodIssue): Path {
  return issue.path.filter(step => typeof step !== 'symbol')
}

function removeAt(value: Record<string, unknown>, path: readonly (string | number)[]): void {
  const last = path.at(-1)
  const parent = path.slice(0, -1).reduce<unknown>((inner, step) => asRecord(inner)[step], value)
  if (last === undefined) throw new Error('The schema of the front matter refuses an empty one')
  // A list keeps its places until all issues are dealt with: closing it would shift their paths.
  if (Array.isArray(parent)) parent[Number(last)] = undefined
  else delete asRecord(parent)[last]
}

function closeLists(value: unknown): void {
  if (Array.isArray(value)) value.splice(0, value.length, ...value.filter(item => item !== undefined))
  for (const inner of Object.values(asRecord(value))) closeLists(inner)
}

/** Lists count as records of their places. */
function asRecord(value: unknown): Record<string | number, unknown> {
  // Checked just here; the index signature is what every object has.
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>) : {}
}
