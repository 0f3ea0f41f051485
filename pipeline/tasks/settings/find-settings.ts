/** Finds the `offprint.yml` of a manuscript. Few modules are loaded, because each command asks. */

import type { Host } from '../../host/index.ts'
import { dirname, join } from '../../host/paths.ts'

/** The number of folders above the manuscript that are searched outside a repository. */
const height = 2

/**
 * The path of the nearest `offprint.yml`: in the folder of the manuscript, or above it up to the root of its
 * repository. Outside a repository, two folders above are searched. `path`: absolute, a folder or a file.
 */
export async function findSettings(path: string, host: Host): Promise<string | undefined> {
  const isFolder = (await host.list(path)) !== undefined
  const found: { readonly file: string; readonly above: number }[] = []
  let isInRepository = false
  for (let folder = isFolder ? path : dirname(path), above = 0; ; folder = dirname(folder), above++) {
    const names = await namesIn(folder, host)
    if (!names) break
    if (names.includes('offprint.yml')) found.push({ file: join(folder, 'offprint.yml'), above })
    isInRepository = names.includes('.git/') || names.includes('.git')
    if (isInRepository || dirname(folder) === folder) break
  }
  const [nearest] = found
  return nearest && (isInRepository || nearest.above <= height) ? nearest.file : undefined
}

/** Undefined if the folder may not be read, as folders above the user's own often may not. */
async function namesIn(folder: string, host: Host): Promise<readonly string[] | undefined> {
  try {
    return (await host.list(folder)) ?? []
  } catch {
    return undefined
  }
}
