/**
 * A journal's words in the language of the article: `labels/<language>.yml` in the folder of the base journal,
 * then in that of the journal itself, over the manifest. What they do not say stays as the manifest has it,
 * and the journal's own patterns keep their form: `Fig. {number}.` → `Abbildung {number}.`
 */
import type { Host } from '../host/index.ts'
import { languageFallbacks, primaryLanguage } from '../values/language.ts'
import { readYaml, type YamlSource } from '../values/yaml-source.ts'

/** Of the first tag that has a file in the folder: `de-CH`, then `de`. */
export async function readLabels(
  folder: string,
  language: string,
  host: Host,
): Promise<YamlSource | undefined> {
  for (const tag of languageFallbacks(language)) {
    const bytes = await host.read(`${folder}/labels/${tag}.yml`)
    if (bytes) return readYaml(new TextDecoder().decode(bytes), { line: 1, column: 1, offset: 0 })
  }
  return undefined
}

/** Whether the words of a manifest are those of the article already. */
export function speaks(manifestLanguage: string, language: string): boolean {
  return primaryLanguage(manifestLanguage) === primaryLanguage(language)
}

/**
 * Captions that the table of words does not give, made from those of the manifest: the word for a figure or a
 * table takes the place of the journal's. Both are plain data, not read by the schema yet.
 */
export function translateCaptions(manifest: unknown, words: unknown): unknown {
  const labels = Object.entries(recordOf(recordOf(words).labels)).map(([key, value]) => {
    const own = recordOf(recordOf(recordOf(manifest).labels)[key])
    const { reference, caption } = recordOf(value)
    const isDerived = typeof reference === 'string' && caption === undefined
    if (!isDerived || typeof own.caption !== 'string' || typeof own.reference !== 'string')
      return [key, value]
    return [key, { ...recordOf(value), caption: own.caption.replace(own.reference, reference) }]
  })
  return { ...recordOf(words), labels: Object.fromEntries(labels) }
}

function recordOf(value: unknown): Record<string, unknown> {
  // What is no object has no keys.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
