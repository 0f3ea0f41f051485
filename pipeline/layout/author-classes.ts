/**
 * Classes that an author gives to blocks and words, for the journal's CSS: `{.quiet}` → `quiet`. Some names
 * are used by the page itself: `note` is a footnote, `card` floats, `skip-link` is out of sight. An author's
 * class must not take over their look and behaviour, so it gets a prefix: `{.card}` → `own-card`.
 * `test/layout/author-classes.test.ts` collects all names that the CSS and the code use and fails if one is
 * missing here.
 */
import type { Element, ElementContent, Root } from 'hast'

/** Class names that the page uses, in alphabetical order. */
export const pageClasses: ReadonlySet<string> = new Set(
  (
    'abstract admonition affiliation affiliation-mark affiliation-marks affiliations again anchor ' +
    'article author author-address author-block author-blocks author-card author-name author-note ' +
    'author-note-mark author-notes author-place author-space authors back-arrow back-links ' +
    'biographies biography biography-name biography-photo biography-text card card-title citation ' +
    'citation-file citation-files citation-link cite-card cited-work close code-box code-line ' +
    'continued copy copyright correspondence credit cross-reference cross-references cut cut-end ' +
    'cut-start data-line date dates decimals declaration declarations degrees digits divided doi ' +
    'drop-cap edition email enlarged equation equation-box equation-number fact facts figure ' +
    'figure-tools first-word first-words float-callout formula frame furniture gloss ' +
    'gloss-abbreviation gloss-example gloss-judgement gloss-letter gloss-line gloss-lines ' +
    'gloss-number gloss-word gloss-words head head-dates head-facts head-tools heading-number ' +
    'how-to-cite imprint inline-box issue issue-authors issue-details issue-doi issue-list ' +
    'issue-number issue-pages issue-title item keyword keywords label layout-break layout-row license ' +
    'line line-number links list listing margin-note masthead missing-image not-run note note-body ' +
    'note-label note-mark note-rule notes notes-list notes-title number open-lock orcid outline ' +
    'outline-opener outline-place outline-title page-reference panel panel-caption panel-content ' +
    'panel-gap panel-label panel-mark panel-row panels part piece piece-rest placed problem proof-end ' +
    'proof-end-line reference reference-identifiers reference-label reference-list references room ' +
    'root run-in save scroll-box section-label set set-inset side skip-link spanner standing strip ' +
    'subtitle summary summary-box summary-boxes table task-box text theorem title title-block tool ' +
    'unbroken unread visually-hidden'
  ).split(' '),
)

/** Prefixes of class names that the page uses, whatever follows them. */
const families = /^(?:admonition|csl|has|is|theorem|tml)-/

export function authorClasses(classes: readonly string[]): string[] {
  return classes.map(name => (isOfPage(name) ? `own-${name}` : name))
}

/** Renames the author's classes that a journal's template gives to elements of its own. */
export function apartFromTemplate(
  content: readonly ElementContent[],
  template: Root,
): readonly ElementContent[] {
  const taken = new Set(classesIn(template).filter(name => !isOfPage(name)))
  if (taken.size === 0) return content
  const renamed = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const names = classesOf(node).map(name => (taken.has(name) ? `own-${name}` : name))
    const className = names.length > 0 && { className: names }
    return { ...node, properties: { ...node.properties, ...className }, children: node.children.map(renamed) }
  }
  return content.map(renamed)
}

function classesIn(node: Root | Element): readonly string[] {
  const own = node.type === 'element' ? classesOf(node) : []
  return [...own, ...node.children.flatMap(child => (child.type === 'element' ? classesIn(child) : []))]
}

function classesOf({ properties }: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}

function isOfPage(name: string): boolean {
  return pageClasses.has(name) || families.test(name)
}
