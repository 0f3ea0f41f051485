/**
 * The lines that a journal prints about an article, made from its metadata: how to cite it, its dates, the
 * copyright line, and the texts of running heads and feet. Their words come from the manifest and the CSL
 * style.
 */

import { type ArticleValue, imageOf, type Journal, linesOf, pageValues } from '../../journal/index.ts'
import type {
  Affiliation,
  Contributor,
  FurniturePlace,
  Imprint,
  Manuscript,
  PageKind,
} from '../../model/article.ts'
import type { CslItem } from '../../model/csl.ts'
import { textNode } from '../../model/hast.ts'
import { dateKinds } from '../../model/metadata.ts'
import { openCslEngine } from '../../tools/citation-js/citation-js.ts'
import { fillPattern } from '../../values/pattern.ts'
import { cslEntry } from '../bibliography/csl-entry.ts'
import { plainWork } from '../citations/plain-engine.ts'
import { unlessBroken } from '../citations/style-broken.ts'
import { formatDate } from './dates.ts'
import { runningTitle } from './running-title.ts'

interface ImprintContext {
  readonly manuscript: Manuscript
  readonly journal: Journal
  readonly language: string
  readonly contributors: readonly Contributor[]
  readonly affiliations: readonly Affiliation[]
  readonly plainTitle: string
  /** Title and subtitle with the markup of CSL-JSON. */
  readonly cslTitle: string
  readonly work: CslItem
}

/** Values of a pattern that are filled in later, page by page. */
const perPage: ReadonlySet<string> = new Set(pageValues)

const furniturePlaces = [
  'head-left',
  'head-center',
  'head-right',
  'foot-left',
  'foot-center',
  'foot-right',
] as const satisfies FurniturePlace[]

export function resolveImprint(context: ImprintContext): Imprint {
  const { manuscript, journal, language } = context
  const { dates, furniture } = journal.manifest
  const values = patternValues(context)
  // A title may have line ends, which a running head cannot show.
  const fill = (pattern: string) =>
    fillPattern(pattern, values, perPage)
      .trim()
      .replace(/\s*\n\s*/g, ' ')
  const fillAll = (kind: PageKind): Partial<Record<FurniturePlace, string>> =>
    Object.fromEntries(
      furniturePlaces.flatMap(place => {
        const content = furniture[kind][place]
        const image = imageOf(content)
        const text = image ? image.text : content
        const lines = [text ?? []]
          .flat()
          .flatMap(lines => (typeof lines === 'string' ? lines.split('\n') : []))
        const filled = lines.map(fill).filter(line => line !== '')
        return filled.length === 0 && !image ? [] : [[place, filled.join('\n')]]
      }),
    )
  return {
    howToCite: howToCite(context),
    masthead: fill(journal.manifest.masthead),
    lines: Object.fromEntries(linesOf(journal.template).map(pattern => [pattern, fill(pattern)])),
    copyright: manuscript.metadata.copyright?.statement ?? fill(journal.manifest.copyright),
    dates: dateKinds.flatMap(kind => {
      const iso = manuscript.metadata.dates?.[kind]
      return iso === undefined
        ? []
        : [{ kind, label: dates[kind], text: formatDate(iso, dates.format, language), iso }]
    }),
    furniture: { first: fillAll('first'), left: fillAll('left'), right: fillAll('right') },
  }
}

/** The values that patterns may use; they are documented in `styles/base/journal.yml`. */
function patternValues({ manuscript, journal, language, contributors, plainTitle }: ImprintContext) {
  const { metadata } = manuscript
  const { manifest } = journal
  const published = metadata.dates?.published
  const year = published?.slice(0, 4)
  const { first, last } = metadata.pages ?? {}
  return {
    journal: manifest.title,
    'journal-abbreviation': manifest.abbreviation ?? manifest.title,
    publisher: manifest.publisher,
    issn: manifest.issn,
    url: manifest.url,
    site: manifest.url?.replace(/^https?:\/\//, ''),
    title: plainTitle,
    'short-title': metadata['short-title'] ?? runningTitle(plainTitle, manifest.page),
    section: metadata.section,
    authors: contributors.map(({ displayName }) => displayName).join(', ') || undefined,
    'short-authors': metadata['short-authors'] ?? shortAuthors(contributors, journal),
    volume: metadata.volume,
    issue: metadata.issue,
    'page-range':
      first === undefined ? metadata.elocation : [first, last].filter(Boolean).join(manifest.range),
    doi: metadata.doi,
    year,
    published: published && formatDate(published, manifest.dates.format, language),
    'copyright-year': metadata.copyright?.year ?? year,
    // A manuscript is in no journal that could have its rights.
    holder: metadata.copyright?.holder ?? (manifest.kind === 'manuscript' ? undefined : manifest.title),
    license: metadata.license?.text ?? metadata.license?.id,
  } satisfies Record<ArticleValue, string | undefined>
}

/** The names of the authors for running heads: "Jain and Jain", "Halloran et al." */
function shortAuthors(contributors: readonly Contributor[], { manifest }: Journal): string | undefined {
  const [first, second, third] = contributors.map(({ familyName }) => familyName)
  if (first === undefined) return undefined
  if (second === undefined) return first
  const { and, 'et-al': etAl } = manifest.labels
  return third === undefined ? `${first} ${and} ${second}` : `${first} ${etAl}`
}

/** The reference to the article itself, in the journal's CSL style for "How to cite". */
function howToCite(context: ImprintContext): Imprint['howToCite'] {
  const { manuscript, journal, language, contributors, plainTitle, cslTitle, work } = context
  // Without authors and a title there is nothing to cite.
  if (plainTitle === '' || contributors.length === 0) return []
  return unlessBroken<Imprint['howToCite']>(
    () => {
      const marked = { ...work, title: cslTitle }
      const cited = manuscript.metadata.pages ? marked : withWholeNumber(marked)
      const engine = openCslEngine(journal.howToCiteCsl, [cited], language, journal.cslLocale)
      engine.cite([{ items: [{ id: work.id }] }])
      return cslEntry(engine.bibliography()[0]?.html ?? '').content
    },
    () => [textNode(plainWork(work))],
    journal.howToCiteFile ?? manuscript.file,
  )
}

/** Escapes the hyphens in an article number: the engine reads an unescaped hyphen as a range of pages. */
function withWholeNumber(work: CslItem): CslItem {
  return work.page === undefined ? work : { ...work, page: String(work.page).replaceAll('-', String.raw`\-`) }
}
