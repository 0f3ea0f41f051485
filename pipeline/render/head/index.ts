/**
 * Machine-readable metadata in the head of the web edition, for search engines (Highwire Press tags,
 * schema.org), libraries (Dublin Core) and link previews (Open Graph). All of it is looked up in the
 * `Article`.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { articleDublinCore, dublinCoreTags } from './dublin-core.ts'
import type { HeadInput } from './head-input.ts'
import { highwireTags } from './highwire.ts'
import { articleOpenGraph, openGraphTags } from './open-graph.ts'
import { schemaOrgScript } from './schema-org.ts'

export function machineMetadata(input: HeadInput): ElementContent[] {
  const { page, pdf } = input.addresses
  return [
    ...(page === undefined ? [] : [h('link', { rel: 'canonical', href: page })]),
    ...(pdf === undefined ? [] : [h('link', { rel: 'alternate', type: 'application/pdf', href: pdf })]),
    ...highwireTags(input),
    ...dublinCoreTags(articleDublinCore(input)),
    ...openGraphTags(articleOpenGraph(input)),
    schemaOrgScript(input),
  ]
}
