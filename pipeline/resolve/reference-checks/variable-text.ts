/** The value of a CSL variable of a work as text; empty if there is none. */
import type { CslItem } from '../../model/csl.ts'
import { isRecord } from '../../values/record.ts'

export function variableText(item: CslItem, variable: string): string {
  // The cast is safe: a CSL-JSON file may give a variable any value. Only text and numbers are words.
  const value = (item as Readonly<Record<string, unknown>>)[variable]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** True if the variable has a text, a date or names. */
export function hasVariable(item: CslItem, variable: string): boolean {
  // The cast is safe: the variable may have any name, and its value may be anything.
  const value = (item as Readonly<Record<string, unknown>>)[variable]
  if (Array.isArray(value)) return value.length > 0
  if (isRecord(value)) return Object.keys(value).length > 0
  return variableText(item, variable) !== ''
}
