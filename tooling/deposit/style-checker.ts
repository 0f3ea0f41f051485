/** NLM's StyleChecker: the stylesheet by which PMC judges what it receives. Needs `xsltproc`. */
import { spawnSync } from 'node:child_process'

/** The errors in an XML file. `stylesheet`: `nlm-stylechecker.xsl`; `dtd`: the folder of the DTD. */
export function styleErrors(file: string, stylesheet: string, dtd: string): readonly string[] {
  const { stdout, error, status, stderr } = spawnSync(
    'xsltproc',
    ['--nonet', '--path', dtd, stylesheet, file],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (error) throw error
  if (status !== 0) return [`xsltproc: ${stderr.trim()}`]
  return [...stdout.matchAll(/<error>([\s\S]*?)<\/error>/g)].map(([, text = '']) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}
