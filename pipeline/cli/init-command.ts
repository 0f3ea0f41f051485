/** `offprint init`: a folder with a new article, journal or issue that can be built at once. */

import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { Command, Option } from 'commander'
import { relative, resolve } from '../host/paths.ts'
import type { StarterKind } from '../tasks/init.ts'
import { here, library } from './command-line.ts'
import { visibleText } from './report/visible-text.ts'

const templates = fileURLToPath(new URL('../../templates', import.meta.url))

const kinds: readonly StarterKind[] = ['article', 'journal', 'issue']

interface InitFlags {
  readonly kind: StarterKind
  readonly journal?: string
  readonly title?: string
  readonly author?: readonly string[]
}

export const initCommand = new Command('init')
  .description('Begin an article, a journal or an issue: a folder that can be built at once.')
  .argument('[folder]', 'the folder, which is made if it is missing', '.')
  .addOption(new Option('-k, --kind <kind>', 'what to begin').choices(kinds).default('article'))
  .option(
    '-j, --journal <name>',
    'the journal of the article or issue, or the one that a new journal extends',
  )
  .option('--title <title>', 'the title of the article or journal')
  .option('--author <name...>', 'the names of the authors')
  .addHelpText(
    'after',
    `
Examples:
  offprint init my-paper                           an article; asks for its title and author in a terminal
  offprint init my-paper --journal letters --title "The tide" --author "Ida Quill" "Tom Reed"
  offprint init my-journal --kind journal          a journal of your own, with an article to try it
  offprint init spring --kind issue                an issue of two articles

No file is overwritten.`,
  )
  .action(runInit)

async function runInit(folder: string, flags: InitFlags): Promise<void> {
  const [{ init }, { diskHost }] = await Promise.all([import('../tasks/init.ts'), import('../host/index.ts')])
  const { kind, journal } = flags
  const given = await askedFor(flags)
  if (!given) {
    process.stderr.write('\nNothing was written.\n')
    process.exitCode = 1
    return
  }
  const { title, authors } = given
  const path = resolve(here(), folder)
  const { written, problem } = await init(
    { folder: path, kind, title, authors, journal, templates, library },
    diskHost,
  )
  if (problem) {
    process.stderr.write(`${visibleText(problem.reason)}\n    ${visibleText(problem.remedy)}\n`)
    process.exitCode = 1
    return
  }
  const from = relative(here(), path)
  const names = written.map(name => (from === '' ? name : `${from}/${name}`))
  const lines = [...names, '', 'Next:', ...nextSteps(kind, from === '' ? '.' : from)]
  process.stdout.write(`${lines.map(visibleText).join('\n')}\n`)
}

/** What the options say, and in a terminal the answers to what they do not say. Undefined if it is closed. */
async function askedFor({ kind, title, author }: InitFlags) {
  const asksTitle = title === undefined && kind !== 'issue'
  const asksAuthors = author === undefined && kind === 'article'
  const isTalk = process.stdin.isTTY && process.stdout.isTTY
  if (!isTalk || !(asksTitle || asksAuthors)) return { title, authors: author }
  const talk = createInterface({ input: process.stdin, output: process.stdout })
  const end = new AbortController()
  talk.once('close', () => end.abort())
  const answer = async (question: string) => (await talk.question(question, end)).trim()
  try {
    const given = asksTitle ? await answer(`Title of the ${kind} (Enter to write it later): `) : title
    const names = asksAuthors
      ? await answer('Authors, with ; between them (Enter to write them later): ')
      : ''
    const authors = names.split(';').flatMap(name => name.trim() || [])
    return { title: given || undefined, authors: asksAuthors ? authors : author }
  } catch (error) {
    if (end.signal.aborted) return undefined
    throw error
  } finally {
    talk.close()
  }
}

function nextSteps(kind: StarterKind, folder: string): readonly string[] {
  const path = /\s/.test(folder) ? `"${folder}"` : folder
  const edit: Readonly<Record<StarterKind, string>> = {
    article: 'article.md has the text, references.bib the works that it cites',
    journal: 'journal.yml, print.css and web.css are the journal; manuscript/ has an article to try it',
    issue: 'each folder is an article; _metadata.yml has what the articles have in common',
  }
  const step = (command: string, effect: string) => `${`  ${command}`.padEnd(40)}  ${effect}`
  return [
    step(`offprint build ${path} --open`, 'makes the PDF and the web edition in output/'),
    step(`offprint check ${path}`, 'says what is wrong, without making pages'),
    `  ${edit[kind]}.`,
  ]
}
