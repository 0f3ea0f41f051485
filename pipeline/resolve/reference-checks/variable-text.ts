/** What a work says for a CSL variable, as text; empty where it says nothing. */
import type { CslItem } from '../../model/csl.ts'

export function variableText(item: CslItem, variable: string): string {
  // CSL-JSON is what its file says; only text and numbers are words.
  const value = (item as Readonly<Record<string, unknown>>)[variable]
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** It says something: text, a date, names. */
export function hasVariable(item: CslItem, variable: string): boolean {
  const value = (item as Readonly<Record<string, unknown>>)[variable]
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return variableText(item, variable) !== ''
}
