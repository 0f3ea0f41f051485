/**
 * The folders of an issue → base names for the output files of their articles. An article's files are named
 * like its folder, unless they would overwrite those of another: many disks ignore case and the encoding of
 * accents.
 */
import type { VFile } from 'vfile'
import { report } from '../../model/diagnostics.ts'

/** Name of the issue's own page. */
const page = 'index'

/**
 * The names under which the articles are published, in the order of `names`. For each article whose name is
 * taken, `file` gets a message.
 */
export function articleSlugs(names: readonly string[], file: VFile): readonly string[] {
  const owners = new Map([[keyOf(page), page]])
  const hasOwnName = names.map(name => {
    const isFree = !owners.has(keyOf(name))
    if (isFree) owners.set(keyOf(name), name)
    return isFree
  })
  return names.map((name, index) => {
    if (hasOwnName[index]) return name
    const wished = keyOf(name) === page ? `${name}-article` : name
    let slug = wished
    for (let count = 2; owners.has(keyOf(slug)); count++) slug = `${wished}-${count}`
    if (slug !== wished) {
      report(file, 'issue-name-taken', {
        reason: `Unexpected folder \`${name}\`: its files would overwrite those of \`${owners.get(keyOf(wished))}\`, and are called \`${slug}\``,
        note: 'Rename one of the two; small letters and capitals are the same to many disks.',
      })
    }
    owners.set(keyOf(slug), name)
    return slug
  })
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
