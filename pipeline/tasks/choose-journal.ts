/** The journal that an article is made for, with the CSL style that the command line or the front matter names. */
import type { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { chooseCsl, type Journal, loadJournal } from '../journal/index.ts'
import type { Manuscript } from '../model/article.ts'

export interface JournalChoice {
  /** The journal: a name in `library`, or an absolute folder. Else the front matter's, else `transactions`. */
  readonly style?: string | undefined
  /** A CSL style in place of the journal's: a name, an address, or an absolute path. Else the front matter's. */
  readonly csl?: string | undefined
  /** Absolute folder of the journals that have names. */
  readonly library: string
}

export interface ChosenJournal {
  /** Undefined where it cannot be used; a message of `files` says why. */
  readonly journal: Journal | undefined
  readonly files: readonly VFile[]
}

export async function chooseJournal(
  { metadata, file, folder, placeOf }: Manuscript,
  { library, ...wished }: JournalChoice,
  host: Host,
): Promise<ChosenJournal> {
  const style = wished.style ?? metadata.style ?? 'transactions'
  const path = style.includes('/') ? style : `${library}/${style}`
  const loaded = await loadJournal(path, library, host, metadata.lang)
  const csl = wished.csl ?? metadata.csl
  if (!loaded.journal || csl === undefined) return loaded
  const place = wished.csl === undefined ? placeOf(['csl']) : undefined
  const language = metadata.lang
  const chosen = await chooseCsl(loaded.journal, { csl, folder, file, place, language, library, host })
  return { journal: chosen.journal, files: [...loaded.files, ...chosen.files] }
}
