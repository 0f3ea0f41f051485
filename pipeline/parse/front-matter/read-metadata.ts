/** Reads only the metadata of a manuscript, for `offprint explain`. */
import type { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { parseMarkdown } from '../markdown/index.ts'
import { type FrontMatter, readFrontMatter } from './index.ts'

export async function readMetadata(file: VFile, folder: string, host: Host): Promise<FrontMatter> {
  const [first] = parseMarkdown(file).children
  return await readFrontMatter({ file, yaml: first?.type === 'yaml' ? first : undefined, folder, host })
}
