/**
 * The macros that an author has defined, as TeX knows them: a definition holds up to the end of the group
 * that it is in, and `\renewcommand` changes only what follows. Formulas are set when the whole manuscript
 * has been read; the table remembers which macros held at each formula.
 */
import type { Equation, InlineMath } from '../../../model/mdast.ts'
import { type TexMacro, unitOptions, type WrittenMacro, writtenMacro } from '../../../model/tex-macro.ts'
import { macroNamesIn } from '../latex-grammar/macro-names.ts'

/** A macro for formulas and for text. */
export interface Macro extends TexMacro {
  /** True if the macro stands for a formula, also in text. */
  readonly isFormula?: boolean
  /** The command that the macro is another name of. */
  readonly alias?: string
}

interface Entry {
  readonly time: number
  /** Undefined if the macro is not defined from this time on. */
  readonly macro: Macro | undefined
}

export class MacroTable {
  readonly #entries = new Map<string, Entry[]>()
  /** For each open group, the macros that held before it, by name. */
  readonly #groups: Map<string, Macro | undefined>[] = []
  readonly #formulas: { readonly node: Equation | InlineMath; readonly time: number }[] = []
  #time = 0

  get(name: string): Macro | undefined {
    return this.#entries.get(name)?.at(-1)?.macro
  }

  define(name: string, macro: Macro, isGlobal = false): void {
    const group = this.#groups.at(-1)
    if (isGlobal) for (const outer of this.#groups) outer.delete(name)
    else if (group && !group.has(name)) group.set(name, this.get(name))
    this.#add(name, macro)
  }

  /** Returns what `read` returns. The macros that it defines are forgotten. */
  inGroup<Result>(read: () => Result): Result {
    const group = new Map<string, Macro | undefined>()
    this.#groups.push(group)
    try {
      return read()
    } finally {
      this.#groups.pop()
      for (const [name, macro] of group) this.#add(name, macro)
    }
  }

  /** Remembers that the macros of now hold in this formula. */
  addFormula(node: Equation | InlineMath): void {
    if (node.value.includes('\\')) this.#formulas.push({ node, time: this.#time })
  }

  /** The last meaning of each macro. A formula for which another meaning holds gets this as its own macro. */
  forFormulas(): ReadonlyMap<string, Macro> {
    const last = new Map<string, Macro>()
    for (const [name, entries] of this.#entries) {
      const macro = entries.findLast(entry => entry.macro)?.macro
      if (macro) last.set(name, macro)
    }
    for (const { node, time } of this.#formulas) {
      const others: [string, WrittenMacro][] = []
      for (const name of this.#namesIn(node.value, time)) {
        const macro = this.#at(name, time)
        if (macro && macro !== last.get(name)) others.push([`\\${name}`, formulaMacro(macro)])
        // Before \sisetup there are no options.
        if (!macro && name === unitOptions) others.push([`\\${name}`, ''])
      }
      if (others.length > 0) node.data = { ...node.data, macros: Object.fromEntries(others) }
    }
    return last
  }

  /** The macros that a formula uses, also those that only other macros use. */
  #namesIn(tex: string, time: number): ReadonlySet<string> {
    const names = new Set<string>(this.#entries.has(unitOptions) ? [unitOptions] : [])
    const texts = [tex]
    for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
      for (const name of macroNamesIn(text)) {
        if (names.has(name) || !this.#entries.has(name)) continue
        names.add(name)
        texts.push(this.#at(name, time)?.meaning ?? '')
      }
    }
    return names
  }

  #at(name: string, time: number): Macro | undefined {
    return this.#entries.get(name)?.findLast(entry => entry.time <= time)?.macro
  }

  #add(name: string, macro: Macro | undefined): void {
    const entries = this.#entries.get(name)
    const entry = { time: ++this.#time, macro }
    if (entries) entries.push(entry)
    else this.#entries.set(name, [entry])
  }
}

/** The part of a macro that formulas need. */
export function formulaMacro({ parameters, meaning, isProvided }: Macro): WrittenMacro {
  return writtenMacro({ parameters, meaning, ...(isProvided && { isProvided }) })
}
