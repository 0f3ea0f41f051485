/**
 * The settings that a manuscript makes for all its code cells: `execute: { echo: false }` in the front matter
 * (Quarto), or `knitr::opts_chunk$set(echo = FALSE)` in a cell (knitr). Also the header and the name of each
 * cell.
 */

import type { Code, Root } from 'mdast'
import { visit } from '../../../model/visit.ts'
import { recordOf } from '../../../values/record.ts'
import { readYaml } from '../../../values/yaml-source.ts'
import { type CellHeader, cellHeader, type OptionValue, splitAtCommas } from '../../source/cell-options.ts'
import { isCellLanguage } from './cell-languages.ts'

export interface CellSettings {
  /** The options for cells that do not give them. */
  readonly defaults: Readonly<Record<string, OptionValue>>
  /** The header of each cell. */
  readonly headers: ReadonlyMap<Code, CellHeader>
  /** The label of each cell or, without a label, the name that knitr gives it: `unnamed-chunk-2`. */
  readonly names: ReadonlyMap<Code, string>
}

/** The header of a code cell; undefined for any other fenced block, such as MyST's `{note}`. */
function cellHeaderOf(code: Code, source: string): CellHeader | undefined {
  if (code.lang?.startsWith('{') !== true) return undefined
  // The header is read from the source, because the parser has removed backslashes from the info string.
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
    const chunkDefaults = /opts_chunk\$set\(([\s\S]*)\)/.exec(code.value)?.[1]
    if (chunkDefaults === undefined) return
    // These options are written like those in the header of a cell.
    const { options } = cellHeader(`r ,${callArguments(chunkDefaults)}`, '')
    defaults = { ...defaults, ...options }
  })
  return { defaults, headers, names }
}

/** The beginning of `text` up to the bracket that ends the call. */
function callArguments(text: string): string {
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/[()]/g)) {
    if (mark === '(') depth++
    else if (--depth < 0) return text.slice(0, index)
  }
  return splitAtCommas(text).join(',')
}

/**
 * The options for all cells in the front matter, given as YAML. If sections differ, a section for a format
 * takes precedence over the section at the top level.
 */
function frontMatterOptions(text: string): Readonly<Record<string, OptionValue>> {
  const { value } = readYaml(text, { line: 1, column: 1 })
  const top = recordOf(value)
  const formats = Object.values(recordOf(top.format))
  const sections = [top, recordOf(top.execute), recordOf(recordOf(top.knitr).opts_chunk)]
  for (const format of formats) sections.push(recordOf(format), recordOf(recordOf(format).execute))
  const options: Record<string, OptionValue> = {}
  for (const section of sections) {
    for (const name of ['echo', 'include', 'eval', 'output'] as const) {
      const option = section[name]
      if (typeof option === 'boolean' && (name === 'echo' || section !== top)) options[name] = option
    }
  }
  return options
}
