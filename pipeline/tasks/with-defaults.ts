/**
 * The tasks as other programs call them: everything but the manuscript has a default. Paths may be relative
 * to the working folder. Files are read from the disk and written to it, unless another host is given.
 */

import { diskHost, type Host } from '../host/index.ts'
import { resolve } from '../host/paths.ts'
import { shippedJournals } from '../journal/shipped-journals.ts'
import type { Dialect } from '../model/dialect.ts'
import { type Limits, limitsOf } from '../tools/watchdog/limits.ts'
import { startWatchdog, type Watchdog } from '../tools/watchdog/watchdog.ts'
import { type BuildOptions, type BuildResult, build as buildArticle } from './build.ts'
import { buildIssue as buildArticles, findArticles as findFolders, type IssueResult } from './build-issue.ts'
import { type CheckOptions, type CheckResult, check as checkArticle } from './check.ts'
import { type CiteOptions, type CiteResult, cite as citeWorks } from './cite/index.ts'
import { registriesOf } from './cite/look-up.ts'
import { type ExplainResult, explain as explainArticle } from './explain.ts'
import { outputFolder } from './output-folder.ts'

/** Time limit of a request to a registry, in seconds. */
const timeout = 30

/** `path`: the manuscript's folder or its Markdown file. The rest has defaults. */
type Settings<Options extends { readonly path: string }> = Pick<Options, 'path'> &
  Partial<Omit<Options, 'path' | 'watchdog'>>

interface Bounds {
  /**
   * How much time and memory an article may take. All work of the process counts, and JavaScript that keeps
   * Node busy is not interrupted: whoever cannot wait for it calls Offprint in a process of its own. Default:
   * no limits.
   */
  readonly limits?: Partial<Limits> | undefined
}

/**
 * How an article is built. Defaults: PDF and HTML, in the journal that the front matter names, else
 * `article`, into the folder `output/` beside the manuscript.
 */
export type BuildSettings = Settings<BuildOptions> & Bounds

/** How an article is checked. Default: in the journal that the front matter names, else `article`. */
export type CheckSettings = Settings<CheckOptions> & Bounds

/** What is looked up: `ids`, or with `missing` all works that the manuscript cites and lacks. */
export type CiteSettings = Settings<CiteOptions>

/**
 * Builds one article. The author's mistakes become messages of `files`. Throws `BrowserError` if pages are
 * asked for and there is no browser.
 */
export async function build(settings: BuildSettings, host: Host = diskHost): Promise<BuildResult> {
  return await bounded(settings, watchdog => buildArticle({ ...withDefaults(settings), watchdog }, host))
}

/**
 * Builds all articles in the folder `path`, and the page of the issue. Undefined if the folder is one
 * manuscript, or has none.
 */
export async function buildIssue(
  settings: BuildSettings,
  host: Host = diskHost,
): Promise<IssueResult | undefined> {
  const { path, ...options } = withDefaults(settings)
  const found = await findFolders(path, host)
  if (!found) return undefined
  return await bounded(settings, watchdog => buildArticles(found, { ...options, watchdog }, host))
}

/** Checks one article and its references, without making pages. Writes nothing. */
export async function check(settings: CheckSettings, host: Host = diskHost): Promise<CheckResult> {
  const options = { library: shippedJournals, ...settings, path: resolve(settings.path) }
  return await bounded(settings, watchdog => checkArticle({ ...options, watchdog }, host))
}

/**
 * Explains the metadata of a manuscript. `path`: its folder or Markdown file. `dialect`: the dialect to read.
 * Default: the one that the manuscript's own signs name.
 */
export async function explain(
  path: string,
  host: Host = diskHost,
  dialect?: Dialect,
): Promise<ExplainResult> {
  return await explainArticle(resolve(path), host, dialect)
}

/** Looks works up on the web and adds them to the bibliography. Throws errors of the disk. */
export async function cite(settings: CiteSettings, host: Host = diskHost): Promise<CiteResult> {
  const lookUp = { registries: registriesOf({}), timeout }
  return await citeWorks({ ids: [], lookUp, ...settings, path: resolve(settings.path) }, host)
}

/** Does `work` under the limits that the caller gives. */
async function bounded<T>(
  { limits }: Bounds,
  work: (watchdog: Watchdog | undefined) => Promise<T>,
): Promise<T> {
  if (!limits) return await work(undefined)
  const watchdog = startWatchdog({ limits: limitsOf(limits, {}), canInterrupt: false })
  try {
    return await work(watchdog)
  } finally {
    await watchdog.close()
  }
}

function withDefaults(settings: BuildSettings): BuildOptions {
  const path = resolve(settings.path)
  const output = resolve(settings.output ?? outputFolder(path))
  const { fromSettings: given = [] } = settings
  const fromSettings = settings.output === undefined ? [...given, 'output' as const] : given
  return { library: shippedJournals, formats: ['pdf', 'html'], ...settings, path, output, fromSettings }
}
