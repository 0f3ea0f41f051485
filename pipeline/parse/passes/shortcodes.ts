/**
 * Quarto's shortcodes → what paper can show of them: values of the front matter, keyboard keys, the address
 * of a video, an empty figure for a notebook's output. Other shortcodes stay as written and are reported.
 */

import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { join } from '../../host/paths.ts'
import { report } from '../../model/diagnostics.ts'
import type { Shortcode } from '../../model/mdast.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { ownValue } from '../../values/record.ts'
import { readYaml } from '../../values/yaml-source.ts'
import { parsePhrases } from '../markdown/index.ts'
import { attributesOf } from '../markdown/tree/attributes.ts'
import { atPosition, placedAt } from '../markdown/tree/position.ts'

interface ShortcodeInput {
  readonly source: string
  /** The front matter, as text. */
  readonly frontMatter: string
  /** The folder that may contain `_variables.yml`. */
  readonly root: string
  readonly host: Host
}

/** Shortcodes that have no meaning on paper: icons, filler text, the version of the tool. */
const unshown: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries('fa ai bi iconify mdi fluent academicicons'.split(' ').map(name => [name, 'icon'])),
  lipsum: 'filler',
  placeholder: 'filler',
  version: 'version of a tool',
}

/** The values that `meta` and `var` shortcodes insert. */
export interface ShortcodeValues {
  readonly meta: unknown
  readonly var: unknown
}

export async function shortcodeValues(input: ShortcodeInput): Promise<ShortcodeValues> {
  const { source, frontMatter, root, host } = input
  const variables = /\{\{<\s*var\b/.test(source) ? await host.read(join(root, '_variables.yml')) : undefined
  return {
    meta: /\{\{<\s*meta\b/.test(source) ? yamlValue(frontMatter) : undefined,
    var: variables && yamlValue(new TextDecoder().decode(variables)),
  }
}

/**
 * Replaces the shortcodes of the tree. Runs before the passes that read links and HTML, as inserted values
 * may contain both.
 */
export function readShortcodes(tree: Root, file: VFile, values: ShortcodeValues): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    const block = blockOf(node)
    if (!block || !parent || index === undefined) return undefined
    const siblings: Nodes[] = parent.children
    siblings.splice(index, 1, block)
    return [SKIP, index + 1]
  })
  visit(tree, 'shortcode', (node, index, parent?: Parents) => {
    if (!parent || index === undefined) return undefined
    const nodes = phrasesOf(node, values, file)
    const siblings: Nodes[] = parent.children
    siblings.splice(index, 1, ...nodes)
    return [SKIP, index + nodes.length]
  })
}

/** `{{< embed notebook.ipynb#fig-x >}}` alone in a paragraph → a figure, so that references have a target. */
function blockOf({ children: [only, ...others], position }: Paragraph): RootContent | undefined {
  if (only?.type !== 'shortcode' || only.name !== 'embed' || others.length > 0) return undefined
  const [, id] = /#(fig-[\w-]+)/.exec(only.words[0] ?? '') ?? []
  if (id === undefined) return undefined
  const place = {
    type: 'notRun',
    language: 'notebook',
    label: only.words[0] ?? '',
    ...atPosition(position),
  } as const
  return {
    type: 'figure',
    attributes: attributesOf(id),
    children: [
      {
        type: 'contentPanel',
        attributes: attributesOf(undefined),
        children: [place],
        ...atPosition(position),
      },
    ],
    ...atPosition(position),
  }
}

function phrasesOf(node: Shortcode, values: ShortcodeValues, file: VFile): PhrasingContent[] {
  const { name, words, position } = node
  const [first = ''] = words
  if (name === 'meta' || name === 'var') {
    const value = name === 'meta' ? lookUp(values.meta, first) : lookUp(values.var, first)
    if (value !== undefined) return placedAt(parsePhrases(value, file.data.dialect), position)
  }
  if (name === 'kbd') return [{ type: 'inlineCode', value: first, ...atPosition(position) }]
  const what = ownValue(unshown, name)
  if (what !== undefined) {
    report(file, 'shortcode-unread', {
      reason: `Unexpected ${what} \`${node.source}\`, expected text`,
      place: node,
      note: 'It is left out.',
    })
    return []
  }
  if ((name === 'video' || name === 'embed') && first !== '') {
    report(file, 'shortcode-unread', {
      reason: `Unexpected ${name === 'video' ? 'video' : 'part of a notebook'}, which is not shown`,
      place: node,
      note: 'Its address is printed instead.',
    })
    const text = placedAt([{ type: 'text', value: first }], position)
    return [{ type: 'link', url: first, children: text, ...atPosition(position) }]
  }
  // `assemble` has reported files that cannot be included.
  if (name !== 'include') {
    report(file, 'shortcode-unread', {
      reason: `Unexpected shortcode \`${node.source}\``,
      place: node,
      note: 'It cannot be read, and is printed as it stands.',
    })
  }
  const data = { isReported: true }
  const unread = `shortcode \`${name}\``
  return [{ type: 'unread', value: node.source, what: unread, isBlock: false, data, ...atPosition(position) }]
}

function yamlValue(text: string): unknown {
  return readYaml(text, { line: 1, column: 1 }).value
}

/** The value at a path of keys and list indices, such as `authors.1.name`, as text. */
function lookUp(value: unknown, path: string): string | undefined {
  let current = value
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined
    // The cast is safe: `key` is a key of the object or array, as just checked.
    current = (current as Readonly<Record<string, unknown>>)[key]
  }
  return typeof current === 'string' || typeof current === 'number' ? String(current) : undefined
}
