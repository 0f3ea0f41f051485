/** `offprint cite`: looks works up and adds them to the bibliography. */

import { Command, InvalidArgumentError } from 'commander'
import { resolve } from '../host/paths.ts'
import { here } from './command-line.ts'
import { addReportOptions, printReport, type ReportFlags, sayer } from './report/print-report.ts'
import { jsonText } from './report/visible-text.ts'

export const citeCommand = new Command('cite')
  .description('Look works up by their identifiers and add them to the bibliography. This uses the network.')
  .argument('[id...]', 'DOI, PMID (pmid:…), PMCID, arXiv number or ISBN, or an address of one')
  .option('-m, --manuscript <path>', 'the folder of the manuscript, or its Markdown file', '.')
  .option(
    '-b, --bibliography <file>',
    'the file to add to (.bib, .json, .yaml; default: the one that the front matter names)',
  )
  .option('-k, --key <key>', 'the citation key, if one work is looked up', readKey)
  .option('--missing', 'also look up all identifiers that the manuscript cites and its bibliography lacks')
  .option('-n, --dry-run', 'show what would be added, write nothing')
  .option('--timeout <seconds>', 'how long to wait for an answer', readSeconds, 20)
  .addHelpText(
    'after',
    `
Examples:
  offprint cite 10.1371/journal.pmed.0020124             a DOI, into the bibliography of the manuscript here
  offprint cite pmid:16060722 arXiv:1407.3561 -m paper   several, for the manuscript in paper/
  offprint cite 978-0-262-51763-8 --key book             a book, under a key that you choose
  offprint cite --missing -m paper                       all works cited as [@doi:…] that are not there yet
  offprint cite 10.5281/zenodo.1234567 --json --dry-run  look only

Entries that are in the file stay as they are; new ones are appended. Registries: doi.org (Crossref, DataCite, arXiv),
NCBI, Open Library, Google Books, or their mirrors: OFFPRINT_DOI_URL, OFFPRINT_PUBMED_URL, OFFPRINT_OPENLIBRARY_URL,
OFFPRINT_GOOGLE_BOOKS_URL. OFFPRINT_MAILTO is sent to them as an address to write to. Proxies: HTTPS_PROXY.`,
  )
  .action(runCite)
addReportOptions(citeCommand, 'the works as CSL-JSON; messages are printed for people')

interface CiteFlags extends ReportFlags {
  readonly manuscript: string
  readonly bibliography?: string
  readonly key?: string
  readonly missing?: boolean
  readonly dryRun?: boolean
  readonly timeout: number
}

async function runCite(ids: readonly string[], flags: CiteFlags): Promise<void> {
  if (ids.length === 0 && !flags.missing) citeCommand.error('Missing identifier, or --missing.')
  if (flags.key !== undefined && (ids.length !== 1 || flags.missing)) {
    citeCommand.error('Unexpected --key, expected it with one identifier.')
  }
  const [{ cite }, { citeLines }, { registriesOf }, { useProxies }, { diskHost }] = await Promise.all([
    import('../tasks/cite/index.ts'),
    import('./cite-lines.ts'),
    import('../tasks/cite/look-up.ts'),
    import('../tasks/cite/fetch-text.ts'),
    import('../host/index.ts'),
  ])
  useProxies(process.env)
  const isDry = flags.dryRun ?? false
  const result = await cite(
    {
      ids,
      missing: flags.missing,
      path: resolve(here(), flags.manuscript),
      bibliography: flags.bibliography && resolve(here(), flags.bibliography),
      key: flags.key,
      isDry,
      lookUp: {
        registries: registriesOf(process.env),
        timeout: flags.timeout,
        mailto: process.env.OFFPRINT_MAILTO,
      },
    },
    diskHost,
  )
  const items = result.works.map(({ item }) => item)
  // The works are the result that `--json` asks for. The messages about them are for people.
  const { json, ...reportFlags } = flags
  const say = sayer(reportFlags)
  if (json) process.stdout.write(`${jsonText(items)}\n`)
  else for (const line of citeLines(result, { from: here(), isDry })) say(line)
  process.exitCode = await printReport(result.files, reportFlags)
  if (items.length === 0 && process.exitCode === 0 && !json) say('Nothing is missing.')
}

/** Reads a citation key. Keys that can only be cited with quotes or escapes are refused. */
function readKey(value: string): string {
  if (/^[A-Za-z0-9_](?:[\w:.+/-]*\w)?$/.test(value)) return value
  throw new InvalidArgumentError('Expected letters, digits and - _ : . + / such as snow1855.')
}

function readSeconds(value: string): number {
  if (/^\d+(?:\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= 600) return Number(value)
  throw new InvalidArgumentError('Expected a number of seconds from 1 to 600.')
}
