/**
 * The mistakes in a manifest, in words: which key, what is expected, what was found, and what to do. The
 * schema finds them; `load.ts` reports each in the file that has the key.
 */
import { ruleRemedy } from '../model/severities.ts'
import { nearestWord } from '../values/nearest-word.ts'
import { isRecord, recordOf } from '../values/record.ts'
import { expectedAt, keysAt, type ManifestPath } from './expected.ts'
import { manifestSchema } from './manifest.ts'

export interface ManifestProblem {
  readonly reason: string
  readonly note?: string
  /** The values that would have been right, the likeliest first. */
  readonly expected?: readonly string[]
  /** The value that is wrong, or the missing one. */
  readonly path: ManifestPath
  /** The unknown key, inside the group at `path`. */
  readonly unknownKey?: string
}

/** An issue as zod tells it. */
interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
  /** What is wrong with a key. */
  readonly issues?: readonly Issue[]
  readonly errors?: readonly (readonly Issue[])[]
  /** What the schema adds to an issue of its own. */
  readonly params?: Readonly<Record<string, unknown>>
}

/** The number of missing keys at the top from which `extends` itself is what is missing. */
const manyMissing = 4

/** The mistakes in a manifest that is merged from all that it extends. `manifest`: plain data. */
export function manifestProblems(manifest: unknown): readonly ManifestProblem[] {
  const checked = manifestSchema.safeParse(manifest)
  if (checked.success) return []
  // The cast is safe: every issue of zod has these keys, and some have the optional ones.
  const all = (checked.error.issues as readonly Issue[]).flatMap(issue => problemsOf(issue, [], manifest))
  // The alternatives of a value may have the same mistake.
  const problems = [...new Map(all.map(problem => [JSON.stringify(problem), problem])).values()]
  const missing = problems.filter(({ path }) => path.length === 1 && valueAt(manifest, path) === undefined)
  const isAlone = recordOf(manifest).extends === undefined && missing.length >= manyMissing
  if (!isAlone) return problems
  const extended: ManifestProblem = {
    reason: 'Missing `extends`, which names the journal that supplies what this one leaves out',
    note: 'Add a line `extends: article`, or `extends: base` for a journal from the beginning.',
    path: [],
  }
  return [extended, ...problems.filter(problem => !missing.includes(problem))]
}

function problemsOf(issue: Issue, before: ManifestPath, manifest: unknown): readonly ManifestProblem[] {
  const path = [...before, ...issue.path.filter(step => typeof step !== 'symbol')]
  if (issue.code === 'unrecognized_keys') return (issue.keys ?? []).map(key => unknownKey(path, key))
  if (issue.code === 'invalid_key') return [invalidKey(path, issue.issues?.[0]?.message ?? '')]
  const inner = issue.code === 'invalid_union' ? closestBranch(issue.errors ?? []) : undefined
  if (inner) return inner.flatMap(part => problemsOf(part, path, manifest))
  const value = valueAt(manifest, path)
  const key = path.length > 0 ? keyText(path) : 'journal.yml'
  const isOwnWord = /^expected /.test(issue.message)
  const expected = isOwnWord ? issue.message.replace(/^expected /, '') : expectedAt(path)
  if (value === undefined) {
    const remedy = path.length === 1 ? remedies[String(path[0])] : undefined
    return [{ reason: `Missing \`${key}\`, expected ${expected}`, ...(remedy && { note: remedy }), path }]
  }
  if (issue.code === 'custom' && !isOwnWord) {
    const note = issue.params?.note
    return [{ reason: `${issue.message} at \`${key}\``, ...(typeof note === 'string' && { note }), path }]
  }
  return [{ reason: `Unexpected ${foundWords(value)} at \`${key}\`, expected ${expected}`, path }]
}

/** What to do about a key that no journal supplies. */
const remedies: Readonly<Record<string, string>> = {
  title: "Add the journal's name: `title: My Journal`.",
  csl: 'Add the citation style: a .csl file in the folder of the journal, or the name of a style, as in `csl: apa`.',
}

/** The mistakes of the alternative that the value comes nearest to, if one can be told. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isOfKind = ({ path, code }: Issue) => path.length > 0 || !/^invalid_(?:type|value)$/.test(code ?? '')
  const inside = branches.filter(issues => issues.every(isOfKind))
  return inside.toSorted((a, b) => a.length - b.length)[0]
}

function unknownKey(path: ManifestPath, key: string): ManifestProblem {
  if (path[0] === 'severity') {
    return { reason: `Unexpected key \`${key}\` in \`severity\``, ...ruleRemedy(key), path, unknownKey: key }
  }
  const known = keysAt(path)
  const nearest = nearestWord(key, known)
  const keys = known.map(name => `\`${name}\``).join(', ')
  const where = path.length > 0 ? ` in \`${keyText(path)}\`` : ''
  return {
    reason: `Unexpected key \`${key}\`${where}`,
    note:
      nearest === undefined
        ? `The keys here are ${keys}; docs/journals.md explains them.`
        : `Did you mean \`${nearest}\`?`,
    expected: nearest === undefined ? known : [nearest],
    path,
    unknownKey: key,
  }
}

/** A key that is not of the form of the keys in its group. */
function invalidKey(path: ManifestPath, expected: string): ManifestProblem {
  const key = String(path.at(-1))
  const group = path.slice(0, -1)
  const what = expected === '' ? '' : `, ${expected}`
  return { reason: `Unexpected key \`${key}\` in \`${keyText(group)}\`${what}`, path: group, unknownKey: key }
}

/** `['fonts', 0, 'family']` → `fonts[1].family`; items are counted from one. */
function keyText(path: ManifestPath): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step + 1}]` : text === '' ? step : `${text}.${step}`,
    '',
  )
}

function foundWords(value: unknown): string {
  if (value === null) return 'empty value'
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list'
  if (isRecord(value)) return 'group of keys'
  return value === '' ? 'empty text' : `\`${String(value)}\``
}

export function valueAt(data: unknown, path: ManifestPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }, data)
}
