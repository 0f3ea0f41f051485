/**
 * The table of the slots of a template and the HTML that each becomes, as Markdown: an article that has all
 * parts is built, and what stands in the place of each slot is sketched without its words.
 */
import type { Element, ElementContent, Root } from 'hast'
import { authorSlots, journalSlots } from '../../pipeline/journal/template-slots.ts'
import { articleTree } from '../../pipeline/layout/article-tree.ts'
import { dateKinds, declarationKinds } from '../../pipeline/model/metadata.ts'
import { buildArticle } from '../../test/build-article.ts'

/** Slots that become what another slot becomes. */
const alike: Readonly<Record<string, string>> = Object.fromEntries([
  ...declarationKinds.map(kind => [kind, 'funding']),
  ...dateKinds.map(kind => [kind, 'received']),
])

const manuscript = `---
title: Mud
subtitle: A subtitle
lang: en
section: Notes
doi: 10.5555/mud
license: CC-BY-4.0
bibliography: references.bib
editor: Ida Quill
reviewers: [Tom Reed]
repository: https://code.example.org/1
keywords: [mud, tide]
dates: {received: 2025-01-02, accepted: 2025-03-04, published: 2025-10-05}
authors:
  - name: Greta Halloran
    affiliations: [quay]
    corresponding: true
    equal-contrib: true
    email: g@example.org
    orcid: 0000-0002-1825-0097
    degrees: [PhD]
    biography: is a geologist.
  - {name: Kwame Osei, affiliations: [quay], equal-contrib: true}
affiliations: [{id: quay, institution: University of the Quay}]
abstract: What it is about.
abstract_de: Wovon es handelt.
key-points: [One point.]
funding: We thank the keeper.
consent: All agreed.
---

# Beginning

Others measured.[^1] [@mud]

[^1]: A note.
`
const references = '@book{mud, author = {Reed, Tom}, title = {Mud}, year = {2001}, publisher = {Quay}}\n'
const manifest = 'extends: base\ntitle: Mud\ncsl: transactions\nmasthead: "{journal}"\n'

/** The HTML in the place of each slot, by the name of the slot. */
export async function slotSketches(): Promise<ReadonlyMap<string, string>> {
  const names = [...authorSlots, ...journalSlots]
  const single = names.filter(name => (alike[name] ?? name) === name)
  // A date or declaration with a slot of its own is not among the others.
  const apart = single.filter(name => alike[name] === undefined)
  const sketches = new Map([...(await sketchesOf(apart)), ...(await sketchesOf(['funding', 'received']))])
  return new Map(single.map(name => [name, sketches.get(name) ?? '']))
}

async function sketchesOf(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const template = names
    .map(name => `<div id="slot-${name}"><slot name="${name}" text="{title}"></slot></div>`)
    .join('')
  const { article, journal } = await buildArticle(
    { 'article.md': manuscript, 'references.bib': references },
    { 'journal.yml': manifest, 'article.html': template },
  )
  const places = elementsIn(articleTree(article, journal)).filter(({ properties }) =>
    String(properties.id).startsWith('slot-'),
  )
  return new Map(
    places.map(({ properties, children }) => [String(properties.id).slice('slot-'.length), sketch(children)]),
  )
}

function elementsIn(tree: Root): readonly Element[] {
  return tree.children.flatMap(child => (child.type === 'element' ? [child] : []))
}

const deepest = 4

/** Elements with their classes, words as `…`, of several alike in a row the first. */
function sketch(nodes: readonly ElementContent[], depth = 0): string {
  const pieces = nodes.flatMap(node => {
    if (node.type === 'text') return [/^\s*$/.test(node.value) ? ' ' : words(node.value)]
    if (node.type !== 'element') return []
    const classes = [node.properties.className ?? []]
      .flat()
      .filter(name => !String(name).startsWith('language'))
    const open = classes.length > 0 ? `${node.tagName} class="${classes.join(' ')}"` : node.tagName
    const isWhole = depth >= deepest || node.tagName === 'svg'
    return [`<${open}>${isWhole ? '…' : sketch(node.children, depth + 1)}</${node.tagName}>`]
  })
  return pieces.filter((piece, index) => piece !== pieces[index - 1] && piece !== pieces[index - 2]).join('')
}

/** Punctuation between two parts stays; everything else is `…`. */
function words(text: string): string {
  return /^[\s;,·()[\]]+$/.test(text) ? text : '…'
}

/** The table, without its marks. */
export async function slotReference(): Promise<string> {
  const rows = Array.from(await slotSketches(), ([name, html]) => `| ${title(name)} | \`${html}\` |`)
  return ['| Slot | HTML |', '|---|---|', ...rows].join('\n')
}

function title(name: string): string {
  if (name === 'funding') return 'one declaration, such as `funding`'
  if (name === 'received') return 'one date, such as `received`'
  return `\`${name}\``
}
