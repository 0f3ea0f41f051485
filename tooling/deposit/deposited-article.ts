/**
 * The manuscripts of the corpora as a journal would deposit them: with the journal's data, and with a volume,
 * a number and a date where the author's front matter has none.
 */
import { diskHost, type Host, memoryHost } from '../../pipeline/host/index.ts'
import { type Journal, loadJournal } from '../../pipeline/journal/index.ts'
import type { Article, Manuscript } from '../../pipeline/model/article.ts'
import { findManuscript, parse } from '../../pipeline/parse/index.ts'
import { resolve } from '../../pipeline/resolve/index.ts'

/** A journal with everything that receivers ask of a journal. */
const manifest = `extends: transactions
title: Journal of Test Rivers
abbreviation: J Test Rivers
issn: 1234-5679
publisher: River Press
csl: apa
jats:
  journal-ids: {nlm-ta: J Test Rivers}
`

interface Deposited {
  readonly article: Article
  readonly journal: Journal
}

/** `path`: absolute; `library`: the folder of the shipped journals. Undefined if nothing could be read. */
export async function depositedArticle(path: string, library: string): Promise<Deposited | undefined> {
  const host: Host = memoryHost({ '/journal/journal.yml': manifest }, diskHost)
  const found = await findManuscript(path, diskHost)
  const manuscript = found.isReadable ? await parse({ ...found, host }) : undefined
  const { journal } = await loadJournal('/journal', library, host, manuscript?.metadata.lang)
  if (!manuscript || !journal) return undefined
  const article = await resolve(withIssue(manuscript), journal, host)
  return { article, journal }
}

function withIssue(manuscript: Manuscript): Manuscript {
  const { metadata } = manuscript
  return {
    ...manuscript,
    metadata: {
      ...metadata,
      volume: metadata.volume ?? '12',
      dates: { ...metadata.dates, published: metadata.dates?.published ?? '2026-03-31' },
      license: metadata.license ?? { id: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      ...(!metadata.pages && { elocation: metadata.elocation ?? 'e105' }),
    },
  }
}
