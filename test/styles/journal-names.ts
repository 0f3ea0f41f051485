/** The journals of styles/, by listing: all folders but the one that the others extend. */
import { readdirSync } from 'node:fs'
import { library } from '../build-article.ts'

export const journalNames: readonly string[] = readdirSync(library, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'base')
  .map(entry => entry.name)
  .sort()
