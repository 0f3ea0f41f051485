/** Formats of articles that Offprint cannot read, with the command that converts each to Markdown. */

import type { VFile } from 'vfile'
import { basename, extname } from '../../host/paths.ts'
import { reportFatal } from '../../model/diagnostics.ts'

interface OtherFormat {
  readonly what: string
  readonly command: string
}

const formats: ReadonlyMap<string, OtherFormat> = new Map([
  ['.ipynb', { what: 'a notebook', command: 'jupyter nbconvert --to markdown' }],
  ['.tex', { what: 'LaTeX', command: 'pandoc -o article.md' }],
  ['.rst', { what: 'reStructuredText', command: 'pandoc -o article.md' }],
  ['.docx', { what: 'a Word document', command: 'pandoc --extract-media=figures -o article.md' }],
  ['.odt', { what: 'an OpenDocument text', command: 'pandoc --extract-media=figures -o article.md' }],
])

export function isOtherFormat(name: string): boolean {
  return formats.has(extname(name).toLowerCase())
}

export function reportOtherFormat(file: VFile, path: string): void {
  const name = basename(path)
  const { what = '', command = '' } = formats.get(extname(name).toLowerCase()) ?? {}
  reportFatal(file, 'manuscript-missing', {
    reason: `Unexpected ${name}, which is ${what}, expected a manuscript in Markdown`,
    expected: ['article.md'],
    note: `Convert it once, for example with \`${command} ${name}\`.`,
  })
}
