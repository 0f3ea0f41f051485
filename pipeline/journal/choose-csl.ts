/**
 * The CSL style that an article asks for instead of the journal's: on the command line, or by `csl:` in the
 * front matter as in pandoc. If it is missing or cannot be read, that is an error.
 */
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { resolve } from '../host/paths.ts'
import { report } from '../model/diagnostics.ts'
import { reportRefusal } from '../model/refusals.ts'
import { type CslPlaces, cslNames, findCsl } from './find-csl.ts'
import type { Journal } from './journal.ts'
import { findStyleLocale } from './style-locale.ts'

interface CslRequest {
  /** A file (relative to `folder`, or absolute), a name, or the web address of a style. */
  readonly csl: string
  /** Absolute path: the manuscript's folder, or the folder in which the command was given. */
  readonly folder: string
  /** The file and place that ask for the style. */
  readonly file: VFile
  readonly place?: Position | undefined
  readonly language?: string | undefined
  readonly library: string
  readonly host: Host
  readonly environment?: CslPlaces['environment']
}

/**
 * Returns the journal with the CSL style that the article asks for. If that cannot be read, the journal keeps
 * its style and has `hasOtherCsl`. `files`: the file of the style, if it has messages.
 */
export async function chooseCsl(
  journal: Journal,
  request: CslRequest,
): Promise<{ readonly journal: Journal; readonly files: readonly VFile[] }> {
  const { csl, folder, file, place, language, library, host, environment } = request
  const places: CslPlaces = { folders: [folder, ...journal.folders], library, host, environment }
  const isAddress = /^https?:/.test(csl)
  const path = resolve(folder, csl)
  const isFile = !isAddress && (await host.read(path)) !== undefined
  const found = await findCsl(isFile ? path : csl, places)
  if (!found) {
    if (reportRefusal(host, path, { name: csl, file, place }))
      return { journal: { ...journal, hasOtherCsl: true }, files: [] }
    report(file, 'style-missing', {
      reason: `Missing CSL style \`${csl}\``,
      place,
      ...(await cslNames(csl, places, 'beside the manuscript')),
    })
    return { journal: { ...journal, hasOtherCsl: true }, files: [] }
  }
  const files = [found.file]
  if (found.text === undefined) return { journal: { ...journal, hasOtherCsl: true }, files }
  const locale = await findStyleLocale(
    { csl: found.text, language, usual: journal.manifest.language },
    { ...places, folders: [found.folder, folder] },
    files,
  )
  return {
    journal: { ...journal, csl: found.text, cslFile: found.file, ...(locale && { cslLocale: locale }) },
    files,
  }
}
