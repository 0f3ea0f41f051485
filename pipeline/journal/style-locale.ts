/**
 * The CSL locale for a style and an article. It is the locale of the article's language; but a British style
 * (`default-locale="en-GB"`) keeps its quotation marks and dates in any English that is not American.
 */
import type { VFile } from 'vfile'
import { britishCslLocale, type CslLocale } from '../tools/citation-js/citation-js.ts'
import { primaryLanguage } from '../values/language.ts'
import { type CslPlaces, findCslLocale } from './find-csl.ts'

interface StyleLanguage {
  /** The text of the style. */
  readonly csl: string
  /** The language that the author names. */
  readonly language: string | undefined
  /** The language of articles that name none. */
  readonly usual: string
}

export async function findStyleLocale(
  { csl, language, usual }: StyleLanguage,
  places: CslPlaces,
  files: VFile[],
): Promise<CslLocale | undefined> {
  const isBritish = /<style\b[^>]*\sdefault-locale="en-GB"/.test(csl)
  const isEnglish = language === undefined || primaryLanguage(language) === 'en'
  if (!isBritish || !isEnglish || language === 'en-US')
    return await findCslLocale(language ?? usual, places, files)
  const locale = await findCslLocale('en-GB', places, files)
  return locale?.tag === 'en-GB' ? locale : britishCslLocale()
}
