/**
 * The texts of works in CSL-YAML and under `references:`, which pandoc reads as Markdown → the rich text of
 * CSL-JSON:
 *
 *     The *Mus* of H~2~O -- a [Life]{.smallcaps}
 *     →  The <i>Mus</i> of H<sub>2</sub>O – a <span style="font-variant:small-caps;">Life</span>
 */
import type { CslDraft } from '../../model/csl.ts'

/** Variables with words. Names, numbers and addresses contain no Markdown. */
const variables: readonly string[] = `title title-short container-title container-title-short collection-title
  original-title volume-title part-title event-title event reviewed-title publisher publisher-place event-place
  original-publisher archive note annote abstract genre status`.split(/\s+/)

/** Converts the Markdown of all texts of the work. */
export function withoutMarkdown(item: CslDraft): CslDraft {
  const changed = variables.flatMap((name): [string, string][] => {
    const value = item[name]
    return typeof value === 'string' ? [[name, cslMarkdown(value)]] : []
  })
  return { ...item, ...Object.fromEntries(changed) }
}

const marks: readonly (readonly [RegExp, string])[] = [
  [/(?<![*\w])\*\*(?=\S)(.+?)(?<=\S)\*\*(?![*\w])/g, '<b>$1</b>'],
  [/(?<!\*)\*(?=\S)([^*]+?)(?<=\S)\*(?!\*)/g, '<i>$1</i>'],
  [/(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g, '<i>$1</i>'],
  [/\^([^\s^]+)\^/g, '<sup>$1</sup>'],
  [/(?<!~)~([^\s~]+)~(?!~)/g, '<sub>$1</sub>'],
  [/\[([^\]]*)\]\{\.(?:smallcaps|sc)\}/g, '<span style="font-variant:small-caps;">$1</span>'],
  [/\[([^\]]*)\]\{\.nocase\}/g, '<span class="nocase">$1</span>'],
  [/\[([^\]]*)\]\([^()\s]*\)/g, '$1'],
  [/---/g, '—'],
  [/--/g, '–'],
  [/\.\.\./g, '…'],
]

function cslMarkdown(text: string): string {
  if (!/[\\*_^~[]|--|\.\.\./.test(text)) return text
  const escaped: string[] = []
  const hidden = text.replace(/\\([!-/:-@[-`{-~])|https?:\/\/\S+/g, (source, character?: string) => {
    escaped.push(character ?? source)
    return hiddenMark
  })
  const marked = marks.reduce((words, [mark, tags]) => words.replace(mark, tags), hidden)
  return marked.replaceAll(hiddenMark, () => escaped.shift() ?? '')
}

/** Stands for escaped characters and addresses while marks are converted. */
const hiddenMark = '\uE011'
