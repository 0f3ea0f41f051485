/**
 * What a manuscript says of all its code cells: `execute: { echo: false }` in the front matter (Quarto), or
 * `knitr::opts_chunk$set(echo = FALSE)` in a cell (knitr). And the names by which tools call the cells.
 */

import type { Code, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { recordOf } from '../../../values/record.ts'
import { readYaml } from '../../../values/yaml-source.ts'
import { type CellHeader, cellHeader, type OptionValue, splitAtCommas } from '../../source/cell-options.ts'
import { isCellLanguage } from './cell-languages.ts'

export interface CellSettings {
  /** Options where a cell does not say. */
  readonly defaults: Readonly<Record<string, OptionValue>>
  /** Of all cells. */
  readonly headers: ReadonlyMap<Code, CellHeader>
  /** A cell's label, or knitr's `unnamed-chunk-2`. */
  readonly names: ReadonlyMap<Code, string>
}

/** The head of a fenced block that is a cell; undefined for all others, as `{note}` of MyST. */
function cellHeaderOf(code: Code, source: string): CellHeader | undefined {
  if (code.lang?.startsWith('{') !== true) return undefined
  // As it is written: CommonMark has taken the backslashes out of the info string.
  const { offset } = code.position?.start ?? {}
  const line = offset === undefined ? '' : (/^.*/.exec(source.slice(offset))?.[0] ?? '')
  const inner = /^(?:`{3,}|~{3,})\s*\{([^{}=#.].*)\}\s*$/.exec(line)?.[1]
  if (inner === undefined) return undefined
  const header = cellHeader(inner, code.value)
  return isCellLanguage(header.language) ? header : undefined
}

export function cellSettings(tree: Root, source: string): CellSettings {
  const [first] = tree.children
  const names = new Map<Code, string>()
  const headers = new Map<Code, CellHeader>()
  let defaults = first?.type === 'yaml' ? frontMatterOptions(first.value) : {}
  let unnamed = 0
  visit(tree, 'code', code => {
    const header = cellHeaderOf(code, source)
    if (!header) return
    headers.set(code, header)
    names.set(code, header.label ?? `unnamed-chunk-${++unnamed}`)
    const set = /opts_chunk\$set\(([\s\S]*)\)/.exec(code.value)?.[1]
    // The head of a cell says the same in the same words.
    if (set !== undefined) defaults = { ...defaults, ...cellHeader(`r ,${callArguments(set)}`, '').options }
  })
  return { defaults, headers, names }
}

/** Up to the bracket that ends the call. */
function callArguments(text: string): string {
  let depth = 0
  for (const [index, mark] of [...text].entries()) {
    if (mark === '(') depth++
    if (mark === ')' && --depth < 0) return text.slice(0, index)
  }
  return splitAtCommas(text).join(',')
}

/** The sections that may speak of cells; the inner ones, of one format, win. */
function frontMatterOptions(text: string): Readonly<Record<string, OptionValue>> {
  const { value } = readYaml(text, { line: 1, column: 1 })
  const top = recordOf(value)
  const formats = Object.values(recordOf(top.format))
  const sections = [top, recordOf(top.execute), recordOf(recordOf(top.knitr).opts_chunk)]
  for (const format of formats) sections.push(recordOf(format), recordOf(recordOf(format).execute))
  const options: Record<string, OptionValue> = {}
  for (const section of sections) {
    for (const name of ['echo', 'include', 'eval', 'output'] as const) {
      const said = section[name]
      if (typeof said === 'boolean' && (name === 'echo' || section !== top)) options[name] = said
    }
  }
  return options
}
