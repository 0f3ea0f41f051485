/**
 * Marks after names, apart from those of affiliations: for corresponding authors, equal contributions,
 * deceased authors and notes. Each meaning gets one mark of the journal's list, in order, and one line that
 * explains it.
 */
import type { PhrasingContent } from 'mdast'
import type { Journal } from '../../journal/index.ts'
import type { AuthorNote } from '../../model/article.ts'
import type { Author, Metadata } from '../../model/metadata.ts'
import { fillPattern } from '../../values/pattern.ts'

export class AuthorMarks {
  readonly lines: AuthorNote[] = []
  readonly #byMeaning = new Map<string, string>()
  readonly #metadata: Metadata
  readonly #journal: Journal
  readonly #notes: readonly (readonly (readonly PhrasingContent[])[])[]

  constructor(
    metadata: Metadata,
    journal: Journal,
    notes: readonly (readonly (readonly PhrasingContent[])[])[],
  ) {
    this.#metadata = metadata
    this.#journal = journal
    this.#notes = notes
    this.#lineForCorresponding()
  }

  /** The marks of an author: to be called for each author in order. */
  of(author: Author, index: number): readonly string[] {
    const { labels, affiliations } = this.#journal.manifest
    const words = this.#metadata['author-notes'] ?? {}
    const marks: string[] = []
    if (author.corresponding && affiliations['corresponding-mark'] !== '') {
      marks.push(affiliations['corresponding-mark'])
    }
    if (author.equal) marks.push(this.#mark('equal', [text(words.equal ?? labels['equal-contribution'])]))
    if (author.deceased) marks.push(this.#mark('deceased', [text(words.deceased ?? labels.deceased)]))
    if (author.group && words.group !== undefined) marks.push(this.#mark('group', [text(words.group)]))
    for (const [at, note] of (author.notes ?? []).entries()) {
      // The same note of several authors has one mark.
      marks.push(this.#mark(`note ${note}`, this.#notes[index]?.[at] ?? [text(note)]))
    }
    return [...new Set([...marks, ...(author.marks ?? [])])]
  }

  #mark(meaning: string, children: readonly PhrasingContent[]): string {
    const given = this.#byMeaning.get(meaning)
    if (given !== undefined) return given
    const list = this.#journal.manifest.affiliations['note-marks']
    const count = this.#byMeaning.size
    // After the last mark of the list the marks are doubled, as is usual for footnotes with symbols.
    const mark = (list[count % list.length] ?? '*').repeat(Math.floor(count / list.length) + 1)
    this.#byMeaning.set(meaning, mark)
    this.lines.push({ mark, children })
    return mark
  }

  #lineForCorresponding(): void {
    const mark = this.#journal.manifest.affiliations['corresponding-mark']
    const corresponding = (this.#metadata.authors ?? []).filter(author => author.corresponding)
    if (mark === '' || corresponding.length === 0) return
    const emails = corresponding.flatMap(author => author.email ?? []).join(', ')
    const line =
      this.#metadata['author-notes']?.corresponding ??
      fillPattern(this.#journal.manifest.labels.corresponding, { emails: emails === '' ? undefined : emails })
    this.lines.push({ mark, children: [text(line)] })
  }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
