/**
 * Lists hostile files as manuscripts. A folder with `paper.md` or `article.md` is a manuscript already, and
 * so is a Markdown file; a picture, a bibliography, a style or a list of strings gets a small manuscript that
 * uses it.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'

export interface HostileFile {
  /** The path below the root. */
  readonly name: string
  /** The path of a manuscript; `folder` is an empty folder for one that has to be written. */
  manuscriptIn(folder: string): string
}

const pictures = ['.png', '.jpg', '.jpeg', '.svg', '.gif', '.bmp', '.webp', '.avif', '.tif', '.tiff', '.pdf']
const bibliographies = ['.bib', '.ris', '.json', '.enw', '.nbib', '.xml']

/** The files below `root` whose path contains one of the words; all without words. */
export function findHostile(root: string, words: readonly string[]): readonly HostileFile[] {
  return within(root, root)
    .filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function within(folder: string, root: string): readonly HostileFile[] {
  const paper = ['paper.md', 'article.md'].find(name => existsSync(join(folder, name)))
  if (paper) return [{ name: relative(root, folder), manuscriptIn: () => join(folder, paper) }]
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return within(path, root)
    return [{ name: relative(root, path), manuscriptIn: (empty: string) => manuscriptOf(path, empty) }]
  })
}

function manuscriptOf(path: string, folder: string): string {
  const extension = extname(path).toLowerCase()
  if (extension === '.md') return path
  const article = join(folder, 'article.md')
  const { text, isBeside } = textAbout(path, extension)
  writeFileSync(article, text)
  if (isBeside) copyFileSync(path, join(folder, basename(path)))
  return article
}

function textAbout(path: string, extension: string): { readonly text: string; readonly isBeside: boolean } {
  const name = basename(path)
  if (pictures.includes(extension)) {
    return { text: `# A picture\n\nText before.\n\n![A caption.](${name})\n\nText after.\n`, isBeside: true }
  }
  const strings = stringsOf(path, extension)
  if (strings) return { text: `# Strings\n\n${strings.join('\n\n')}\n`, isBeside: false }
  if (bibliographies.includes(extension)) {
    const front = `---\ntitle: Works\nbibliography: ${name}\nnocite: '@*'\n---\n`
    return { text: `${front}\nText with @unknown.\n`, isBeside: true }
  }
  if (extension === '.csl') {
    const work = 'references:\n  - {id: a, type: book, title: A book, issued: 2020}\n'
    return { text: `---\ntitle: A style\ncsl: ${name}\n${work}---\n\nText [@a].\n`, isBeside: true }
  }
  return { text: readFileSync(path, 'utf8'), isBeside: false }
}

/** The strings of a list: JSON strings or objects with a `payload`, or the lines of a text file. */
function stringsOf(path: string, extension: string): readonly string[] | undefined {
  if (extension === '.txt') return readFileSync(path, 'utf8').split('\n')
  if (extension !== '.json') return undefined
  const list = parsed(readFileSync(path, 'utf8'))
  if (!Array.isArray(list) || list.length < 20) return undefined
  return list.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item]
    const isPayload = typeof item === 'object' && item !== null && 'payload' in item
    return isPayload ? [String(item.payload)] : []
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
