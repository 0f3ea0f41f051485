/** Several articles, one after the other, and the landing page of the issue that they make. */
import { basename } from 'node:path'
import type { VFile } from 'vfile'
import { type BuildOptions, type BuildResult, build } from './build.ts'
import type { Host } from './host/index.ts'
import { fontFaces } from './journal/index.ts'
import { issueText, renderIssuePage } from './render/index.ts'

export interface IssueResult {
  /** Of each article in turn. */
  readonly articles: readonly BuildResult[]
  /** `index.html`, as written; nothing where no web edition is asked for or no article could be made. */
  readonly outputs: ReadonlyMap<string, Uint8Array>
  readonly files: readonly VFile[]
}

export { findArticles } from './parse/index.ts'

/** `paths`: of the articles, absolute. Files are called after their folders. */
export async function buildIssue(
  paths: readonly string[],
  options: Omit<BuildOptions, 'path' | 'browser'>,
  host: Host,
): Promise<IssueResult> {
  const articles: BuildResult[] = []
  // In turn: a browser and a text layout take a processor each.
  for (const path of paths) articles.push(await build({ ...options, path, slug: slugOf(path) }, host))
  const outputs = new Map<string, Uint8Array>()
  const entries = articles.flatMap(({ article, outputs: made }) => {
    if (!article) return []
    const named = (ending: string) => [...made.keys()].find(name => name.endsWith(ending))
    const html = named('.html')
    const pdf = named('.pdf')
    return [{ article, ...(html !== undefined && { html }), ...(pdf !== undefined && { pdf }) }]
  })
  const journal = articles.find(one => one.journal)?.journal
  if (journal && entries.length > 0 && options.formats.includes('html')) {
    const content = { text: issueText(entries, journal), hasMath: false, hasCode: false }
    const fonts = await fontFaces(journal.manifest, content, host)
    outputs.set('index.html', await renderIssuePage({ entries, journal, fonts }))
    await host.write(options.output, outputs)
  }
  return { articles, outputs, files: articles.flatMap(({ files }) => files) }
}

/** The page of the issue is `index.html`. */
function slugOf(path: string): string {
  const name = basename(path)
  return name === 'index' ? 'index-article' : name
}
