/**
 * The texts of the front matter as trees: title, subtitle, keywords, abstracts, summaries such as key points,
 * declarations, author notes. All are Markdown, parsed at their positions in the file.
 */
import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { FrontPart } from '../../model/article.ts'
import { declarationKinds, summaryKinds } from '../../model/metadata.ts'
import type { Path } from '../front-matter/draft.ts'
import type { FrontMatter } from '../front-matter/index.ts'
import type { Origin } from '../front-matter/value-node.ts'
import { parseFragment } from '../markdown/index.ts'
import { readMarkup } from './read-markup.ts'
import { readShortcodes, type ShortcodeValues } from './shortcodes.ts'

interface FrontTexts {
  readonly title: readonly PhrasingContent[]
  readonly subtitle: readonly PhrasingContent[]
  readonly keywords: readonly (readonly PhrasingContent[])[]
  readonly abstract: readonly RootContent[]
  readonly parts: readonly FrontPart[]
  readonly authorNotes: readonly (readonly (readonly PhrasingContent[])[])[]
  readonly biographies: readonly (readonly RootContent[])[]
}

/**
 * Parses the texts of the front matter. `shortcodes`: the values that shortcodes in these texts can insert.
 */
export function readFrontTexts(frontMatter: FrontMatter, shortcodes: ShortcodeValues): FrontTexts {
  const { metadata } = frontMatter
  const read = (text: string, path: Path) => readText(text, frontMatter.originOf(path), shortcodes)
  // Text without markup is not parsed: `2. Weltkrieg` is not a list.
  const phrase = (text: string, path: Path): PhrasingContent[] =>
    markup.test(text) ? phrasesOf(read(text, path)) : [{ type: 'text', value: text }]
  const abstracts = (metadata.abstract ?? []).map((part, index) => ({
    language: part.lang,
    children: labelled(part.label, read(part.text, ['abstract', index, 'text'])),
  }))
  const articleLanguage = metadata.lang?.slice(0, 2) ?? abstracts[0]?.language?.slice(0, 2)
  const isOwn = (language: string | undefined) =>
    language === undefined || language.slice(0, 2) === articleLanguage
  const others = Map.groupBy(
    abstracts.filter(abstract => !isOwn(abstract.language)),
    abstract => abstract.language ?? '',
  )
  const parts = [...summaryKinds, ...declarationKinds].flatMap((kind): FrontPart[] => {
    const key = summaryKinds.some(summary => summary === kind) ? 'summaries' : 'declarations'
    // `kind` is a key of this record only: summaries and declarations share no kind.
    const textsOfKind: Readonly<Record<string, readonly string[] | undefined>> = { ...metadata[key] }
    const texts = textsOfKind[kind] ?? []
    if (texts.length === 0) return []
    const children = texts.map((text, index) => read(text, [key, kind, index]))
    return [
      { kind, children: kind === 'key-points' && texts.length > 1 ? [bullets(children)] : children.flat() },
    ]
  })
  return {
    title: metadata.title === undefined ? [] : phrasesOf(read(metadata.title, ['title'])),
    subtitle: metadata.subtitle === undefined ? [] : phrase(metadata.subtitle, ['subtitle']),
    keywords: (metadata.keywords ?? []).map((keyword, index) => phrase(keyword, ['keywords', index])),
    authorNotes: (metadata.authors ?? []).map((author, index) =>
      (author.notes ?? []).map((note, at) => phrasesOf(read(note, ['authors', index, 'notes', at]))),
    ),
    biographies: (metadata.authors ?? []).map(({ biography }, index) =>
      biography === undefined ? [] : read(biography, ['authors', index, 'biography']),
    ),
    abstract: abstracts.filter(({ language }) => isOwn(language)).flatMap(({ children }) => children),
    parts: [
      ...[...others].map(
        ([language, list]): FrontPart => ({
          kind: 'abstract',
          language,
          children: list.flatMap(abstract => abstract.children),
        }),
      ),
      ...parts,
    ],
  }
}

/** Characters that can begin or be Markdown markup. */
const markup = /[$*_`~^\\<&[]/

function readText(text: string, { file, textStart }: Origin, shortcodes: ShortcodeValues): RootContent[] {
  const tree = parseFragment(text, file, textStart ?? { line: 1, column: 1 })
  readShortcodes(tree, file, shortcodes)
  readMarkup(tree, file)
  return tree.children
}

function phrasesOf(children: readonly RootContent[]): PhrasingContent[] {
  return children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [{ type: 'text', value: plainText(node) }],
  )
}

/** A section of a structured abstract: its label in bold begins the first paragraph. */
function labelled(label: string | undefined, children: RootContent[]): RootContent[] {
  if (label === undefined) return children
  const [first, ...rest] = children
  const text = /[\p{P}]$/u.test(label) ? label : `${label}.`
  const lead: PhrasingContent[] = [
    { type: 'strong', children: [{ type: 'text', value: text }] },
    { type: 'text', value: ' ' },
  ]
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: lead }, ...children]
  const paragraph: Paragraph = { ...first, children: [...lead, ...first.children] }
  return [paragraph, ...rest]
}

function bullets(items: readonly RootContent[][]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map(children => ({
      type: 'listItem',
      spread: false,
      // The cast is safe: a list item takes the same blocks as the root of a text.
      children: children as (BlockContent | DefinitionContent)[],
    })),
  }
}
