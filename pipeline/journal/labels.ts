/**
 * A journal's words in the language of the article. `labels/<language>.yml` in the folder of each journal
 * that it extends, then in its own, replaces words of the manifest; missing words stay as they are. The
 * journal's patterns keep their form: `Fig. {number}.` → `Abbildung {number}.`
 */
import { VFile } from 'vfile'
import type { Host } from '../host/index.ts'
import { reportFatal } from '../model/diagnostics.ts'
import { languageFallbacks, primaryLanguage } from '../values/language.ts'
import { isRecord, recordOf } from '../values/record.ts'
import { readYaml, type YamlSource } from '../values/yaml-source.ts'

/** A file of words, with its messages. */
interface LabelsFile {
  readonly file: VFile
  readonly yaml: YamlSource
}

/**
 * Reads the words of a language from the folder's `labels/`. Takes the first file that exists: for `de-CH`,
 * that of `de-CH`, else that of `de`.
 */
export async function readLabels(
  folder: string,
  language: string,
  host: Host,
): Promise<LabelsFile | undefined> {
  for (const tag of languageFallbacks(language)) {
    const path = `${folder}/labels/${tag}.yml`
    const bytes = await host.read(path)
    if (bytes) return labelsFile(new VFile({ path, value: new TextDecoder().decode(bytes) }))
  }
  return undefined
}

function labelsFile(file: VFile): LabelsFile {
  const yaml = readYaml(String(file), { line: 1, column: 1, offset: 0 })
  for (const { reason, place } of yaml.errors)
    reportFatal(file, 'journal-invalid', { reason: `Unexpected YAML: ${reason}`, place })
  const isUsable = yaml.value === undefined || yaml.value === null || isRecord(yaml.value)
  if (!isUsable) {
    reportFatal(file, 'journal-invalid', {
      reason: 'Unexpected content of a file of words, expected keys such as `labels` and `dates`',
      place: yaml.placeOf([]),
    })
  }
  return { file, yaml }
}

/** True if the words of a manifest are in the language of the article already. */
export function speaks(manifestLanguage: string, language: string): boolean {
  return primaryLanguage(manifestLanguage) === primaryLanguage(language)
}

/**
 * Makes the caption patterns that the translated words lack from those of the manifest: the translated word
 * for a figure or table replaces the journal's. Both arguments are plain data that the schema has not read
 * yet. Labels that are not a mapping are returned as they are: the schema reports them.
 */
export function translateCaptions(manifest: unknown, words: unknown): unknown {
  if (!isRecord(words) || !isRecord(words.labels)) return words
  const labels = Object.entries(words.labels).map(([key, value]) => {
    const pattern = recordOf(recordOf(recordOf(manifest).labels)[key])
    const { reference, caption } = recordOf(value)
    const isDerived = typeof reference === 'string' && caption === undefined
    if (!isDerived || typeof pattern.caption !== 'string' || typeof pattern.reference !== 'string')
      return [key, value]
    return [key, { ...recordOf(value), caption: pattern.caption.replace(pattern.reference, reference) }]
  })
  return { ...words, labels: Object.fromEntries(labels) }
}
