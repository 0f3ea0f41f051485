/** The punctuation of metadata that are printed as plain words: `King's College` → `King’s College`. */
import type { Author, Metadata } from '../../model/metadata.ts'
import { punctuated } from './index.ts'

export function punctuateMetadata(metadata: Metadata, language: string): Metadata {
  const print = <T extends object>(record: T, keys: readonly (keyof T)[]): T => {
    const printed = { ...record }
    for (const key of keys) {
      const value = record[key]
      // The cast is safe: the value was a text, and it is still a text.
      if (typeof value === 'string') printed[key] = punctuated(value, language) as T[typeof key]
    }
    return printed
  }
  const { authors, affiliations } = metadata
  return {
    ...print(metadata, ['short-title', 'short-authors', 'section']),
    ...(authors && {
      authors: authors.map((author): Author => ({ ...author, name: print(author.name, nameParts) })),
    }),
    ...(affiliations && { affiliations: affiliations.map(data => print(data, affiliationParts)) }),
  }
}

const nameParts = ['given', 'family', 'particle', 'dropping-particle', 'literal'] as const
const affiliationParts = [
  'name',
  'group',
  'department',
  'institution',
  'address',
  'city',
  'region',
  'country',
] as const
