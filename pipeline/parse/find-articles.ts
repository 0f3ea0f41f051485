/** A folder on the command line → the articles of an issue, where it holds several. */
import { join } from 'node:path'
import type { Host } from '../host/index.ts'
import { findManuscript } from './find-manuscript.ts'

/**
 * The folders inside `folder` that hold a manuscript each, in the order of their names; none where the folder is a
 * manuscript itself, or holds but one.
 */
export async function findArticles(folder: string, host: Host): Promise<readonly string[]> {
  const names = (await host.list(folder)) ?? []
  if (names.length === 0 || (await findManuscript(folder, host)).isReadable) return []
  const folders = names.filter(name => name.endsWith('/') && !/^[._]|^(output|node_modules)\//.test(name))
  const found = await Promise.all(
    folders.toSorted().map(async name => {
      const path = join(folder, name.slice(0, -1))
      return (await findManuscript(path, host)).isReadable ? [path] : []
    }),
  )
  const articles = found.flat()
  return articles.length > 1 ? articles : []
}
