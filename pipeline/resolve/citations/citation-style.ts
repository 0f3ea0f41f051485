/**
 * The journal's CSL style, opened once for an article. If the CSL engine stops at the style, that is
 * reported, and citations and references are printed without a style.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Journal } from '../../journal/index.ts'
import type { CslCluster, CslItem, CslListEntry, CslListLayout } from '../../model/csl.ts'
import { report } from '../../model/diagnostics.ts'
import { EXIT, visit } from '../../model/visit.ts'
import { type CslEngine, openCslEngine } from '../../tools/citation-js/citation-js.ts'
import type { NameWords } from './cited-names.ts'
import { plainEngine } from './plain-engine.ts'
import { unlessBroken } from './style-broken.ts'

export interface CitationStyle {
  /** True if citations in the text become notes (CSL 1.0.2, `class="note"`). */
  readonly isNoteStyle: boolean
  /** Prints all clusters of the article, in reading order. `uncited`: keys of works that are only listed. */
  print(clusters: readonly CslCluster[], uncited: readonly string[]): PrintedCitations
}

/** The engine's output: clusters and entries as HTML. */
interface PrintedCitations {
  readonly texts: readonly string[]
  readonly list: readonly CslListEntry[]
  readonly listLayout: CslListLayout
}

interface StyleRequest {
  readonly journal: Journal
  readonly references: readonly CslItem[]
  readonly language: string
  /** The file that gets the message about a broken style if the style has no file. */
  readonly file: VFile
}

/** True if the text contains a citation. Without citations no style is opened. */
export function hasCitation(tree: Root): boolean {
  let isFound = false
  visit(tree, 'citation', () => {
    isFound = true
    return EXIT
  })
  return isFound
}

/** Opens the journal's style. No other engine may be opened before `print` has been called. */
export function openCitationStyle({ journal, references, language, file }: StyleRequest): CitationStyle {
  const words = nameWords(journal)
  const styleFile = journal.cslFile ?? file
  const engine = unlessBroken(
    () => openCslEngine(journal.csl, references, language, journal.cslLocale),
    () => plainEngine(references, words, 'in-text'),
    styleFile,
  )
  reportWarnings(engine, journal.csl, styleFile)
  const printWith = (
    { cite, bibliography, listLayout }: CslEngine,
    clusters: readonly CslCluster[],
    uncited: readonly string[],
  ): PrintedCitations => ({
    texts: cite(clusters, uncited),
    list: bibliography(),
    listLayout: listLayout(),
  })
  return {
    isNoteStyle: engine.styleClass === 'note',
    print: (clusters, uncited) =>
      unlessBroken(
        () => printWith(engine, clusters, uncited),
        () => printWith(plainEngine(references, words, engine.styleClass), clusters, uncited),
        styleFile,
      ),
  }
}

/** Reports what the engine passes over in the style, at its place in the file. */
function reportWarnings({ warnings }: CslEngine, csl: string, file: VFile): void {
  for (const warning of warnings) {
    const name = /^undefined attribute "@?([\w-]+)"/.exec(warning)?.[1]
    const at = name === undefined ? -1 : csl.search(new RegExp(String.raw`\s${name}\s*=`))
    const lines = csl.slice(0, at + 1).split('\n')
    const reason =
      name === undefined
        ? `Unexpected text in this CSL style: “${warning}”`
        : `Unexpected attribute \`${name}\` in this CSL style, CSL 1.0.2 has no such attribute`
    if (file.messages.some(message => message.reason === reason)) continue
    report(file, 'style-unclear', {
      reason,
      ...(at >= 0 && { place: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 } }),
      note: 'It is passed over.',
    })
  }
}

/** The journal's words for names in the text. */
export function nameWords({ manifest: { labels } }: Journal): NameWords {
  return { and: labels.and, etAl: labels['et-al'] }
}
