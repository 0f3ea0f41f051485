/**
 * Two corrections of lists of names.
 *
 * An institution as the last name is joined to the names before it as a person is: `delimiter-precedes-last`
 * (CSL 1.0.2, "Name") makes no difference between them, but citeproc-js joins institutions without the
 * delimiter.
 *
 * The name "others" at the end of a list of names, BibTeX's `and others` → the style's own "et al." CSL 1.0.2
 * has no mark for a list that the bibliography itself cuts short, so citeproc would print the word. Here the
 * name counts as one of the list and is never printed: the list is longer than what is printed of it, and
 * citeproc adds "et al." as it does after any list that the style cuts short.
 */
import { isOthers } from '../../model/csl.ts'
import type { Token } from './citeproc-marks.ts'

type NameLists = Record<string, readonly unknown[]>

/** The parts of citeproc's output of names that are changed here. */
interface NameOutput {
  /** Variable → names that are printed. */
  freeters: NameLists
  /** Variable → the number of names in the bibliography. */
  readonly freeters_count: Readonly<Record<string, number>>
  /** Variable → 0: all names are printed; 1: "et al." follows; 2: an ellipsis and the last name follow. */
  readonly etal_spec: Readonly<Record<string, { freeters: number }>>
  readonly name?: { and?: unknown }
  /** How institutions are joined; CSL 1.0.2 has no element for it. */
  readonly institution?: { and?: unknown }
  truncatePersonalNameLists(): void
  setEtAlParameters(): void
}

/** Number of citeproc: the type of a token that closes an element. */
const closes = 1

/** Corrects the lists of names of an engine. To be called once for an engine. */
export function correctNames(tokens: Iterable<Token>): void {
  for (const { name, tokentype, execs } of tokens) {
    if (name !== 'names' || tokentype !== closes) continue
    execs.unshift(({ nameOutput }) => {
      // The cast is safe: these parts of citeproc's output of names have no typings.
      if (nameOutput) correct(nameOutput as object as NameOutput)
    })
  }
}

function correct(output: NameOutput): void {
  if (output.name && output.institution) output.institution.and = output.name.and
  endWithEtAl(output)
}

function endWithEtAl(output: NameOutput): void {
  const shortened = new Set<string>()
  const { truncatePersonalNameLists: truncate, setEtAlParameters: setParameters } = output
  if (Object.hasOwn(output, 'setEtAlParameters')) return
  output.truncatePersonalNameLists = function (this: NameOutput) {
    // citeproc counts the names before they are truncated.
    truncate.call(this)
    for (const [variable, names] of Object.entries(this.freeters)) {
      if (names.length < 2 || !isOthers(names.at(-1))) continue
      this.freeters[variable] = names.slice(0, -1)
      shortened.add(variable)
    }
  }
  output.setEtAlParameters = function (this: NameOutput) {
    setParameters.call(this)
    for (const variable of shortened) {
      const spec = this.etal_spec[variable]
      if (spec?.freeters !== 2) continue
      // After an ellipsis would come the last name, which is not known.
      spec.freeters = 1
      const names = this.freeters[variable] ?? []
      const isCut = names.length + 1 < (this.freeters_count[variable] ?? 0)
      if (isCut) this.freeters[variable] = names.slice(0, -1)
    }
  }
}
