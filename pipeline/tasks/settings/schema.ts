/** The schema of `offprint.yml`: the options of the commands as keys. Unknown keys are errors. */
import { z } from 'zod'
import { dialectNamed, dialectNames, dialects } from '../../model/dialect.ts'
import { severitiesSchema } from '../../model/severities.ts'
import { type Format, formats } from '../outputs.ts'
import { nameMistake } from './output-name.ts'

/** The forms in which messages can be printed. */
export const reporterNames = ['terminal', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const

const text = (expected: string) => z.string(`expected ${expected}`).min(1, `expected ${expected}`)
const truth = z.boolean('expected `true` or `false`')
const format = z.enum(formats, `expected one or more of ${formats.join(', ')}`)

/** `pdf, html` → the formats; a list of formats stays as it is. */
const formatList = z.union(
  [
    z.array(format).min(1),
    z.string().transform((value, context): Format[] =>
      value.split(',').flatMap(name => {
        const known = formats.find(other => other === name.trim())
        if (known === undefined) context.addIssue({ code: 'custom', message: '' })
        return known ?? []
      }),
    ),
  ],
  `expected one or more of ${formats.join(', ')}`,
)

export const settingsSchema = z
  .strictObject({
    style: text('a journal by name, or the path of its folder').describe(
      'The journal: its name, or the path of its folder (./my-journal). It replaces the one of the front matter.',
    ),
    csl: text('a CSL style by name, or its file').describe(
      "A CSL style in place of the journal's: its name, or its file (./my-style.csl).",
    ),
    dialect: z
      .enum(dialectNames, `expected one of ${dialects.join(', ')}`)
      .transform(name => dialectNamed(name))
      .describe('The dialect of the Markdown.'),
    to: formatList.describe('What to make: a list, or names joined by commas.'),
    output: text('the path of a folder').describe('The folder for the files.'),
    name: text('a name such as my-paper')
      .superRefine((value, context) => {
        const mistake = nameMistake(value)
        if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake })
      })
      .describe('The base name of the output files of one article.'),
    'line-numbers': z
      .union([truth, z.number().int().min(0).max(99)], 'expected `true`, `false` or a number up to 99')
      .transform(value => (value === true ? 5 : value === false ? 0 : value))
      .describe('Numbers the lines of each column: true for every fifth line, or the interval; 0 for none.'),
    site: text('a web address')
      .regex(
        /^https?:\/\/[^\s?#]+$/,
        'expected the address of a folder, such as https://journal.org/articles/',
      )
      .describe('The web address of the folder where the files will be published.'),
    images: z
      .enum(['inside', 'beside'], 'expected `inside` or `beside`')
      .describe('Large images of the web edition: in the page, or files beside it.'),
    all: truth.describe('`check` looks at all works of the bibliography, not only at the cited ones.'),
    retractions: text('the path of a file').describe("A snapshot of Retraction Watch's database (CSV)."),
    'journal-abbreviations': text('the path of a file').describe(
      'A list of journals: JabRef (CSV) or J_Medline.txt.',
    ),
    strict: truth.describe('Warnings, too, make the exit status 1.'),
    reporter: z
      .enum(reporterNames, `expected one of ${reporterNames.join(', ')}`)
      .describe('The form of the messages.'),
    severity: severitiesSchema.describe(
      'Rule of a message → off, warning or error. It goes before the severities of the journal.',
    ),
  })
  .partial()

export type SettingKey = keyof z.infer<typeof settingsSchema>

/** The values of an offprint.yml. Paths are absolute. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>
