/**
 * The part of the manifest's schema that says how things are counted: sections by level, figures, tables,
 * listings, equations, theorems. A format alone, `Roman`, is short for a group with this `format`.
 */
import { z } from 'zod'
import { type TheoremKind, theoremKinds } from '../model/mdast/theorem.ts'
import { namesIn } from '../values/pattern.ts'
import { countFormats } from '../values/printed-count.ts'

const format = z.enum(countFormats)
const levelFormat = z.enum(['none', ...countFormats])

/** A pattern that must contain `needed` and may contain `others`. */
function numberPattern(needed: string, ...others: readonly string[]) {
  const known = [needed, ...others].map(name => `{${name}}`).join(' and ')
  return z
    .string()
    .refine(
      text =>
        namesIn(text).includes(needed) && namesIn(text).every(name => [needed, ...others].includes(name)),
      `expected a pattern with {${needed}}; the values that it may have are ${known}`,
    )
}

const level = z.strictObject({
  format: levelFormat,
  /** The whole number, as references print it: "{parent}-{own}". Default: "[{parent}.]{own}". */
  number: numberPattern('own', 'parent').optional(),
  /** What is printed before the heading: "{own}." Default: the whole number. */
  label: z
    .string()
    .refine(
      text => namesIn(text).every(name => ['own', 'number'].includes(name)),
      'expected a pattern; the values that it may have are {own} and {number}',
    )
    .optional(),
})

export type SectionLevel = z.infer<typeof level>

const formatNames = countFormats.join(', ')

const levelOrFormat = z
  .union([levelFormat, level], {
    error: `expected none, ${formatNames}, or a group with \`format\`, \`number\` and \`label\``,
  })
  .transform((value): SectionLevel => (typeof value === 'string' ? { format: value } : value))

/** The numbers of sections by level: one format for all levels, or a list from the first level on. */
export const sectionNumbering = z
  .union([levelFormat, z.array(levelOrFormat).min(1)], {
    error:
      `expected none, ${formatNames}, or a list of them by level, ` +
      'whose items may also be groups with `format`, `number` and `label`',
  })
  .transform((value): readonly SectionLevel[] => (typeof value === 'string' ? everyLevel(value) : value))

/** One format for all levels. Markdown and HTML have six levels of headings. */
export function everyLevel(name: SectionLevel['format']): readonly SectionLevel[] {
  return Array.from({ length: 6 }, () => ({ format: name }))
}

const countGroup = z.strictObject({
  format: format.default('decimal'),
  /** The level of sections in which the count begins anew. */
  within: z.enum(['article', 'section', 'subsection']).default('article'),
  /** The number: "[{section}.]{own}", which is the default. */
  number: numberPattern('own', 'section').optional(),
  /** The number in an appendix, in each of which the count then begins anew: "{section}{own}". */
  appendix: numberPattern('own', 'section').optional(),
})

export type CountStyle = z.infer<typeof countGroup>

const countError = { error: `expected ${formatNames}, or a group with \`format\`, \`within\`, \`number\`` }

function withGroup(value: CountStyle | CountStyle['format']): CountStyle {
  return typeof value === 'string' ? { format: value, within: 'article' } : value
}

const count = z.union([format, countGroup], countError).transform(withGroup)

const kinds = z.partialRecord(z.enum(theoremKinds), count)

export type TheoremStyle = CountStyle & {
  readonly shared: readonly TheoremKind[]
  readonly kinds: Readonly<Partial<Record<TheoremKind, CountStyle>>>
}

const theorems = z
  .union(
    [
      format,
      countGroup.extend({
        /** The kinds that are counted together. */
        shared: z.array(z.enum(theoremKinds)).default([]),
        /** The kinds that are counted in another way. */
        kinds: kinds.default({}),
      }),
    ],
    { error: `${countError.error}, \`shared\` and \`kinds\` (of theorems: ${theoremKinds.join(', ')})` },
  )
  .transform(
    (value): TheoremStyle =>
      typeof value === 'string' ? { ...withGroup(value), shared: [], kinds: {} } : value,
  )

export const numbering = z.strictObject({
  figures: count,
  tables: count,
  listings: count,
  equations: count,
  theorems,
  /** The numbers of appendices by level. Default: capital letters, and below them the formats of sections. */
  appendices: z.array(levelOrFormat).min(1).optional(),
  /** What becomes of every number in a supplement: "S{number}". */
  supplement: numberPattern('number'),
})

export type Numbering = z.infer<typeof numbering>
