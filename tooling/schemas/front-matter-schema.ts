/**
 * The JSON Schema of front matter, and of the files of a project that have the same keys. The tables of keys
 * that Offprint reads by say which keys there are; docs/front-matter.md says what they mean. The readers
 * accept nearly every form of a value, so the schema refuses only keys that nobody reads.
 */
import { z } from 'zod'
import { dialectNames } from '../../pipeline/model/dialect.ts'
import { foreignKeys } from '../../pipeline/parse/front-matter/foreign-keys.ts'
import { affiliationKeys, authorKeys } from '../../pipeline/parse/front-matter/people-keys.ts'
import { allMeanings, type Shape } from '../../pipeline/parse/front-matter/top-keys.ts'
import { documentedKeys } from './documented-keys.ts'
import { keyPattern, keysPattern } from './key-pattern.ts'

/** Nearly every form of a value is read. */
const anyForm = z.unknown()

/** `docs`: the text of docs/front-matter.md. */
export function frontMatterSchema(docs: string): object {
  const described = documentedKeys(docs)
  const groups = keyGroups()
  const people = {
    people: listOf(personSchema(authorKeys)),
    affiliations: listOf(personSchema(affiliationKeys)),
  }
  const schemaOf = (shape: Shape, path: string): z.ZodType => {
    if (shape === 'people') return people.people
    if (shape === 'affiliations') return people.affiliations
    if (path === 'dialect') return z.union([z.enum(dialectNames), anyForm])
    return anyForm
  }
  const properties: Record<string, z.ZodType> = {}
  const patterns: Record<string, object> = {}
  for (const { keys, path, shape } of groups) {
    const [main, ...others] = keys.filter(key => !key.includes('.'))
    if (main === undefined) continue
    properties[main] = schemaOf(shape, path).meta({ description: describe(path, described[path]) })
    for (const key of [main, ...others]) patterns[keyPattern(key)] = { $ref: `#/properties/${main}` }
  }
  for (const [parent, inner] of mapKeys(groups)) {
    const keys = Object.fromEntries(
      inner.map(({ key, path }) => [key, anyForm.meta({ description: describe(path, described[path]) })]),
    )
    const known = properties[parent]
    const description = known?.meta()?.description ?? `A map of ${inner.map(({ key }) => key).join(', ')}.`
    properties[parent] = z.union([z.looseObject(keys).partial(), known ?? anyForm]).meta({ description })
    if (!known) patterns[keyPattern(parent)] = { $ref: `#/properties/${parent}` }
  }
  properties.parts = z.looseObject({}).meta({ description: 'Parts of the article by their keys (MyST).' })
  patterns['^(?:[aA]bstract|[kK]eywords)[ _-][a-zA-Z]{2}$'] = {
    description: 'The abstract or the keywords in another language.',
  }
  patterns['^[xX][_-]'] = { description: 'A key of a program of your own.' }
  patterns[keysPattern(foreignKeys('top'))] = {
    description: 'A key of another program. Offprint ignores it.',
  }
  return {
    ...z.toJSONSchema(z.strictObject(properties).partial(), { target: 'draft-7', io: 'input' }),
    title: 'Front matter of an article',
    patternProperties: patterns,
  }
}

interface KeyGroup {
  readonly path: string
  readonly shape: Shape
  /** All spellings, the usual one first; a dot leads into a map. */
  readonly keys: readonly string[]
}

/** The keys that mean the same. */
function keyGroups(): readonly KeyGroup[] {
  const groups = Map.groupBy(allMeanings(), ([, { path, shape }]) => `${path.join('.')} ${shape}`)
  return [...groups.values()].flatMap(entries => {
    const [first] = entries
    return first
      ? [{ path: first[1].path.join('.'), shape: first[1].shape, keys: entries.map(([key]) => key) }]
      : []
  })
}

/** Key of a map → the keys in it. */
function mapKeys(groups: readonly KeyGroup[]) {
  const inner = groups.flatMap(({ keys, path }) =>
    keys
      .filter(key => key.includes('.'))
      .map(key => ({ parent: key.slice(0, key.indexOf('.')), key: key.slice(key.indexOf('.') + 1), path })),
  )
  return Map.groupBy(inner, ({ parent }) => parent)
}

/** An entry of a list of authors or affiliations. */
function personSchema(keys: ReadonlyMap<string, string>) {
  const groups = Map.groupBy(
    [...keys].filter(([key]) => !key.includes('.')),
    ([, path]) => path,
  )
  const main = [...groups].flatMap(([path, [first]]) =>
    first ? [[first[0], anyForm.meta({ description: describe(path) })] as const] : [],
  )
  return z.looseObject(Object.fromEntries(main)).partial()
}

function listOf(entry: z.ZodType) {
  return z.union([z.array(z.union([entry, z.string(), z.unknown()])), entry, z.string(), z.unknown()])
}

/** `short-title`, "for running heads" → "Short title: for running heads." */
function describe(path: string, meaning = ''): string {
  const [first = '', ...rest] = path.replaceAll('-', ' ').split('.').join(', ')
  const words = `${first.toUpperCase()}${rest.join('')}`
  return `${words}${meaning === '' ? '' : `: ${meaning.replace(/\.$/, '')}`}.`
}
