/** Chooses the journal of an article, with the CSL style that the command line or the front matter names. */

import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { isPath, resolve, slashed } from '../host/paths.ts'
import { chooseCsl, type Journal, loadJournal, withLook } from '../journal/index.ts'
import type { Manuscript } from '../model/article.ts'
import { report, reportFatal } from '../model/diagnostics.ts'
import type { ReadingHosts, Trust } from './guard-reading.ts'

/** The journal of an article that names none. */
export const defaultJournal = 'article'

export interface JournalChoice {
  /**
   * A name in `library`, else that of a folder beside the manuscript, or the path of a journal's folder,
   * absolute or from the manuscript's folder.
   * Default: as in the front matter, else `article`.
   */
  readonly style?: string | undefined
  /**
   * A CSL style to use instead of the journal's: a name, a web address, or an absolute path. Default: as in
   * the front matter.
   */
  readonly csl?: string | undefined
  /** Absolute path of the folder whose journals can be chosen by name. */
  readonly library: string
}

interface ChosenJournal {
  /** The journal. Undefined if it cannot be used; a message of `files` says why. */
  readonly journal: Journal | undefined
  readonly files: readonly VFile[]
}

/** What the choice depends on. */
export type ManuscriptHead = Pick<Manuscript, 'metadata' | 'file' | 'folder' | 'placeOf' | 'originOf'>

export async function chooseJournal(
  { metadata, file, folder, placeOf, originOf }: ManuscriptHead,
  { library: styles, fromSettings = [], ...wished }: JournalChoice & Pick<Trust, 'fromSettings'>,
  hosts: Pick<ReadingHosts, 'journal' | 'caller'>,
): Promise<ChosenJournal> {
  const library = slashed(styles)
  const style = wished.style ?? metadata.style ?? defaultJournal
  const styleHost =
    wished.style === undefined || fromSettings.includes('style') ? hosts.journal : hosts.caller
  const path = await folderOf(style, { folder, library, host: styleHost })
  const read = await loadJournal(path, library, styleHost, metadata.lang)
  const loaded = read.journal ? { ...read, journal: withWishes(read.journal, metadata, originOf) } : read
  const missing = loaded.files.find(({ path: own }) => own === `${path}/journal.yml`)
  if (missing && wished.style === undefined && reportAtName(missing, file, placeOf(['style']))) {
    return { journal: undefined, files: loaded.files.filter(other => other !== missing) }
  }
  const csl = wished.csl ?? metadata.csl
  if (!loaded.journal || csl === undefined) return loaded
  const place = wished.csl === undefined ? placeOf(['csl']) : undefined
  const host = wished.csl === undefined || fromSettings.includes('csl') ? hosts.journal : hosts.caller
  const language = metadata.lang
  const chosen = await chooseCsl(loaded.journal, { csl, folder, file, place, language, library, host })
  return { journal: chosen.journal, files: [...loaded.files, ...chosen.files] }
}

/** The folder of a journal: one of the library or, if there is none of this name, beside the manuscript. */
async function folderOf(
  style: string,
  { folder, library, host }: { folder: string; library: string; host: Host },
): Promise<string> {
  const beside = resolve(folder, style)
  if (isPath(style)) return beside
  const shipped = `${library}/${style}`
  const isShipped = (await host.read(`${shipped}/journal.yml`)) !== undefined
  return !isShipped && (await host.read(`${beside}/journal.yml`)) !== undefined ? beside : shipped
}

/** The journal with the look that the manuscript asks for. Wishes that are not granted are reported. */
function withWishes(
  journal: Journal,
  { look = {} }: Manuscript['metadata'],
  originOf: Manuscript['originOf'],
): Journal {
  const wished = withLook(journal, look)
  const wrong = wished.refused.filter(({ expected }) => expected !== undefined)
  for (const { key, expected } of wrong) {
    const origin = originOf(['look', key])
    report(origin.file, 'journal-decides', {
      reason: `Unused \`${look[key]}\` of \`${origin.key}\`, expected ${expected}`,
      place: origin.position,
      note: 'The journal has its own look there.',
    })
  }
  const decided = wished.refused.filter(({ expected }) => expected === undefined)
  const origins = decided.map(({ key }) => originOf(['look', key]))
  for (const [file, keys] of Map.groupBy(origins, origin => origin.file)) {
    report(file, 'journal-decides', {
      reason: `Unused ${keys.map(({ key }) => `\`${key}\``).join(', ')}: the journal decides about its pages`,
      place: keys[0]?.position,
      note: `${journal.manifest.title} allows ${allowed(journal)} to be set in a manuscript (\`manuscript-may-set\` of its journal.yml).`,
    })
  }
  return wished.journal
}

function allowed({ manifest }: Journal): string {
  return manifest['manuscript-may-set'].join(', ') || 'nothing of its look'
}

/**
 * Reports a journal that does not exist at its name in the front matter. `manifest`: the file that is
 * missing, with the message about it. False if there is nothing to report.
 */
function reportAtName(manifest: VFile, file: VFile, place: Position | undefined): boolean {
  const message = manifest.messages.find(({ ruleId }) => ruleId === 'journal-unknown')
  if (!message || !place) return false
  const { reason, note, expected } = message
  reportFatal(file, 'journal-unknown', { reason, place, note, expected })
  return true
}
