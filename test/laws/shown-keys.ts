/**
 * Test help: journals in which each key of the manifest shows, and the article in them. An exhibit has a
 * manifest, and for each of its keys what is in a part of the output, and not in that of the base. `differs`:
 * the part is another than that of the base.
 */
import { readFileSync } from 'node:fs'
import type { JournalOutput } from './journal-output.ts'

interface Exhibit {
  readonly manifest: string
  /** Path of the key, without the numbers of items → the part of the output, and what it has. */
  readonly shows: Readonly<Record<string, readonly [keyof JournalOutput, string | RegExp]>>
}

/** The template of all exhibits: the base's, with a place for biographies. */
export const template = readFileSync(
  new URL('../../styles/base/article.html', import.meta.url),
  'utf8',
).replace(
  '<slot name="references"></slot>',
  ['references', 'biographies', 'editors', 'reviewers', 'links']
    .map(name => `<slot name="${name}"></slot>`)
    .join(''),
)

const theorems = [
  'theorem',
  'lemma',
  'corollary',
  'proposition',
  'conjecture',
  'definition',
  'example',
  'exercise',
  'remark',
  'axiom',
  'algorithm',
  'assumption',
  'criterion',
  'observation',
  'property',
  'proof',
  'solution',
]
const boxes = ['note', 'tip', 'important', 'warning', 'caution', 'danger', 'seealso', 'admonition']

/** Has everything that a journal has a word or a setting for. */
export const article = `---
title: The narrows of the estuary
volume: 7
issue: 3
pages: 12-19
doi: 10.5555/narrows
lang: en
license: CC-BY-4.0
section: Notes
bibliography: references.bib
editor: Ida Quill
reviewers: [Tom Reed]
software-review-url: https://review.example.org/1
repository: https://code.example.org/1
archive: https://archive.example.org/1
keywords: [mud]
dates: {received: 2025-01-02, revised: 2025-02-03, accepted: 2025-03-04, published: 2025-10-05}
authors:
  - name: Greta Halloran
    affiliations: [quay]
    corresponding: true
    equal-contrib: true
    email: g@example.org
    orcid: 0000-0002-1825-0097
    degrees: [PhD]
    biography: is a geologist.
  - {name: Kwame Osei, affiliations: [harbour], equal-contrib: true}
  - {name: Ada Crane, affiliations: [quay], deceased: true}
affiliations: [{id: quay, institution: University of the Quay, city: Leith}, {id: harbour, name: Harbour Office}]
abstract: What it is about.
translated-abstract: {de: Wovon es handelt.}
plain-language-summary: Plainly.
author-summary: The authors say.
significance: It matters.
key-points: [One point.]
supplementary: A table of tides.
author-contributions: All wrote.
funding: {awards: [{source: River Fund, id: R-1, name: Narrows, recipients: [Greta Halloran]}]}
ethics: None was needed.
consent: All agreed.
data-availability: On request.
code-availability: On request.
acknowledgements: We thank the keeper.
competing-interests: None.
ai-use: None.
disclaimer: Views are ours.
---

# Beginning {#sec:first}

As in @fig:one, @fig:two, @tbl:one, @lst:one, @eq:one, @sec:first, @sec:extra and (@fig:one; @fig:two).[^1] Panels are in @fig:three(a-b).
Others measured. [@mud] Again; [@mud] and more,^[Aside.] or less, [@mud] in ten-year series.
It follows others [@mud].[^2] Also @sec:first and @sec:sub; @tbl:one and @tbl:two; @eq:one and @eq:two; @lst:one and @lst:two.
Together [@fig:one; @fig:two], [@tbl:one; @tbl:two], [@lst:one; @lst:two], [@eq:one; @eq:two],
[@sec:first; @sec:sub] and [@sec:extra; @sec:extras]. Stopped [@mud]. Quoted [@mud]; paused.

[^1]: A note.
[^2]: Another note.

![One](a.svg){#fig:one credit="Jane Doe"}

![Two](a.svg){#fig:two}

::: {#fig:three}
![Left](a.svg)

![Right](a.svg)

![Below](a.svg)

Three
:::

| a | b |
|---|---|
| 1 | 2 |

: A table {#tbl:one credit="Jane Doe"}

| a | b |
|---|---|
| 1 | 2 |

: Another {#tbl:two}

\`\`\`{#lst:one .js caption="Code"}
one()
\`\`\`

\`\`\`{#lst:two .js caption="Code"}
two()
\`\`\`

$$ a = b $$ {#eq:one}

$$ a = c $$ {#eq:two}

## Middle {#sec:sub}

Deeper.

### Low

Lower still, sedimentation and hydrology of the estuary at Wellington.

${theorems
  .map(kind =>
    ['-x', '-y'].map(end => `:::{prf:${kind}}\n:label: ${kind}${end}\nIt holds.\n:::`).join('\n\n'),
  )
  .join('\n\n')}

${theorems.map(kind => `See [@${kind}-x] and [@${kind}-x; @${kind}-y].`).join(' ')}

${boxes.map(kind => `:::{${kind}} Heads\nA box.\n:::`).join('\n\n')}

# Extra {#sec:extra .appendix}

More.

![In the appendix](a.svg){#fig:last}

:::{prf:lemma}
:label: lemma-z
It holds.
:::

# Extras {.appendix #sec:extras}

See @sec:extra and @sec:extras.

# More figures {.supplement}

![Supplementary](a.svg){#fig:more}
`

export const references = `@article{mud, author = {Osei, Adwoa and Crane, John and Quill, Ida and Reed, Tom}, title = {Mud}, journal = {The Weir}, year = 2019, volume = 3, pages = {1--9}, doi = {10.5555/mud}}
`

export const exhibits: readonly Exhibit[] = [
  {
    manifest: `
title: Journal of Narrows
abbreviation: J. Narrows
publisher: Quay Press
issn: 1234-5679
url: https://narrows.example.org
kind: preprint-server
csl: own.csl
how-to-cite: other.csl
manuscript-may-set: [columns]
masthead: "Mast of {journal}"
copyright: "Held by {holder}"
range: "~"
drop-cap: 3
first-words: 2
hyphenation: [est-u-ary]
declarations: [disclaimer, funding]
page:
  width: 700px
  height: 1000px
  top: 50px
  bottom: 70px
  left: 60px
  right: 41px
  columns: 3
  gutter: 22px
  baseline: 18px
  first: { top: 90px, bottom: 110px, columns: 2 }
  line-numbers: 7
fonts:
  - { family: EB Garamond, package: "@fontsource/eb-garamond", faces: ["400"] }
  - { family: Source Code Pro, package: "@fontsource/source-code-pro", faces: ["700"], code: true }
  - { family: Noto Sans Math, package: "@fontsource/noto-sans-math", faces: ["400"], math: true }
floats: { placement: end, order: [figures, tables], page-each: false, callout: "<{label} goes here>" }
lines:
  stretch: 0.9
  shrink: 0.01
  expansion: 0.002
  tracking: 0
  protrusion: 0
  hyphen-penalty: 0
  hyphens: { before: 4, after: 5, shortest-word: 11, in-a-row: 3, capitalized: false }
headings:
  numbering:
    - { format: Roman, label: "§{own}" }
    - { format: alpha, number: "{parent}/{own}" }
  appendix: "Annex {number}"
  run-in: [level-2]
numbering:
  figures: { format: Roman, within: section, number: "{section}<{own}>", appendix: "{section}={own}" }
  tables: alpha
  listings: Alpha
  equations: roman
  theorems:
    format: Alpha
    within: section
    number: "{section}+{own}"
    appendix: "{section}={own}"
    shared: [lemma, corollary]
    kinds: { axiom: roman }
  appendices: [{ format: roman, label: "No. {own}", number: "a{own}" }]
  supplement: "Z{number}"
citations: { placement: before-punctuation, after: ",", brackets: as-written, before: ";" }
notes: { marks: symbols, symbols: ["¤", "◊"] }
affiliations:
  marks: alpha
  corresponding-mark: "☞"
  note-marks: ["♣", "♠"]
  degrees: false
  orcid: false
  corresponding-affiliation: true
panels: { label: "<{letter}>", mark: "panel-{letter}", columns: 3 }
dates: { format: YYYY-MM-DD }
furniture:
  first:
    head-left: { image: images/sign.svg, height: 31px, text: Signed }
    head-center: First hc
    head-right: First hr
    foot-left: First fl
    foot-center: First fc
    foot-right: First fr
    head-rule: { above: 11px, below: 12px }
    foot-rule: { above: 13px, below: 14px }
  left: &page
    head-left: { image: images/sign.svg, height: 32px, text: Signed }
    head-center: Page hc
    head-right: Page hr
    foot-left: Page fl
    foot-center: Page fc
    foot-right: Page fr
    head-rule: { above: 21px, below: 22px }
    foot-rule: { above: 23px, below: 24px }
  right: *page
`,
    shows: {
      title: ['words', 'Mast of Journal of Narrows'],
      abbreviation: ['web', 'J. Narrows'],
      publisher: ['web', 'Quay Press'],
      issn: ['web', '1234-5679'],
      url: ['web', 'https://narrows.example.org'],
      kind: ['web', '"@type":"WebSite"'],
      'how-to-cite': ['words', 'Other way: The narrows'],
      masthead: ['words', 'Mast of Journal of Narrows'],
      copyright: ['words', 'Held by Journal of Narrows'],
      range: ['words', 'a~b'],
      'drop-cap': ['html', 'data-drop-cap="3"'],
      'first-words': ['html', '<span class="first-words">'],
      hyphenation: ['document', 'est\u00ADu\u00ADary'],
      declarations: ['words', /DisclaimerViews.*FundingRiver.*Supplementary/],
      'page.width': ['grid', '"width":700,'],
      'page.height': ['grid', '"height":1000,'],
      'page.top': ['grid', '"top":50,'],
      'page.bottom': ['grid', '"areaHeight":864,'],
      'page.left': ['grid', '"left":60,'],
      'page.right': ['grid', '"areaWidth":599,'],
      'page.columns': ['grid', '"columns":3,'],
      'page.gutter': ['grid', '"gutter":22,'],
      'page.baseline': ['grid', '"baseline":18,'],
      'page.first.top': ['grid', '"first":{"top":90,'],
      'page.first.bottom': ['grid', '"height":774,'],
      'page.first.columns': ['grid', '"foot":874,"columns":2'],
      'page.line-numbers': ['grid', '"interval":7,"restart":"column"'],
      'fonts.family': ['fonts', 'text: EB Garamond 400 normal\n'],
      'fonts.package': ['fonts', 'EB Garamond'],
      'fonts.faces': ['fonts', 'EB Garamond 400 normal\n'],
      'fonts.code': ['fonts', /all: .*Source Code Pro 700 normal, Noto/],
      'fonts.math': ['fonts', /all: .*Noto Sans Math 400 normal/],
      'floats.placement': ['document', 'data-placement="end"'],
      'floats.order': ['words', /Figure I&#x3C;I>\. One.*(?:Table a\. A table.*){2}$/],
      'floats.callout': ['words', 'goes here>'],
      'lines.expansion': ['lines', 'scale 0.004'],
      'lines.tracking': ['lines', 'letters 0.000'],
      'lines.protrusion': ['lines', 'widest 118.000'],
      'lines.hyphens.before': ['document', 'sedi\u00ADmen\u00ADtation'],
      'lines.hyphens.after': ['document', 'sedi\u00ADmen\u00ADtation'],
      'lines.hyphens.shortest-word': ['document', ' and hydrology'],
      'lines.hyphens.capitalized': ['document', ' Wellington'],
      'headings.numbering.format': ['words', '§I Beginning'],
      'headings.numbering.label': ['words', '§I Beginning'],
      'headings.numbering.number': ['words', 'Section I/a'],
      'headings.run-in': ['html', /class="run-in"[^>]*>(?:<[^>]*>)*I\/a/],
      'numbering.figures.format': ['words', 'Figure I&#x3C;II>'],
      'numbering.figures.within': ['words', 'Figure I&#x3C;I>'],
      'numbering.figures.number': ['words', 'Figure I&#x3C;I>'],
      'numbering.figures.appendix': ['words', 'Figure ai=I'],
      'numbering.tables': ['words', 'Table b. Another'],
      'numbering.listings': ['words', 'Listing B. Code'],
      'numbering.equations': ['words', 'a=c(ii)'],
      'numbering.theorems.format': ['words', 'Theorem I+B'],
      'numbering.theorems.within': ['words', 'Theorem I+A'],
      'numbering.theorems.number': ['words', 'Theorem I+A'],
      'numbering.theorems.appendix': ['words', 'Lemma ai=A'],
      'numbering.theorems.shared': ['words', 'Corollary I+C'],
      'numbering.theorems.kinds': ['words', 'Axiom ii'],
      'numbering.appendices.format': ['words', 'No. ii Extras'],
      'numbering.appendices.label': ['words', 'No. i Extra'],
      'numbering.appendices.number': ['words', 'Appendix ai and'],
      'numbering.supplement': ['words', /Figure Z\S*I/],
      'citations.brackets': ['words', 'measured. [1]'],
      'notes.marks': ['words', '◊ '],
      'notes.symbols': ['words', '¤ '],
      'affiliations.marks': ['words', 'bHarbour Office'],
      'affiliations.corresponding-mark': ['words', '☞'],
      'affiliations.note-marks': ['words', 'Cranea,♠'],
      'affiliations.degrees': ['words', 'Greta Hallorana,☞'],
      'affiliations.orcid': ['html', /Greta Halloran<\/span><sup/],
      'affiliations.corresponding-affiliation': ['words', 'CorrespondenceGreta Halloran, University'],
      'panels.label': ['words', '&#x3C;a> Left'],
      'panels.mark': ['words', 'panel-b'],
      'panels.columns': ['html', '--panels: 3'],
      'dates.format': ['words', '2025-10-05'],
      'furniture.first.head-left.image': ['furniture', 'first head-left Signed image data:image'],
      'furniture.first.head-left.height': ['furniture', /first head-left .* 31$/m],
      'furniture.first.head-left.text': ['furniture', 'first head-left Signed'],
      'furniture.left.head-left.image': ['furniture', 'left head-left Signed image data:image'],
      'furniture.left.head-left.height': ['furniture', /left head-left .* 32$/m],
      'furniture.left.head-left.text': ['furniture', 'left head-left Signed'],
      'furniture.right.head-left.image': ['furniture', 'right head-left Signed image data:image'],
      'furniture.right.head-left.height': ['furniture', /right head-left .* 32$/m],
      'furniture.right.head-left.text': ['furniture', 'right head-left Signed'],
      ...furnitureShows('first', 'First', 10),
      ...furnitureShows('left', 'Page', 20),
      ...furnitureShows('right', 'Page', 20),
    },
  },
  {
    manifest: `
title: Raised Letters
csl: raised.csl
kind: manuscript
page:
  left: 50mm
  right: 50mm
  inside: 60mm
  outside: 50mm
  columns: 1
  margin-column: { side: outer, width: 30mm, gap: 5mm }
  line-numbers: { interval: 9, restart: never }
  first: { left: 64mm }
floats: { placement: end, page-each: true }
lines: { hyphen-penalty: 0, hyphens: { in-a-row: 1 } }
headings: { numbering: alpha, appendix: "Annex {number}" }
citations: { placement: after-punctuation, after: ";" }
references: { append: [doi] }
furniture: { width: text }
affiliations: { orcid: false, block: ["{name}", "at {institution}"] }
`,
    shows: {
      csl: ['words', 'Again;1'],
      'page.inside': ['grid', `"left":${Math.round((60 * 96) / 25.4)},`],
      'page.outside': ['grid', `"evenLeft":${Math.round((50 * 96) / 25.4)},`],
      'page.margin-column.side': ['grid', '"side":"outer"'],
      'page.margin-column.width': ['grid', /"marginColumn":\{"side":"outer","width":113\./],
      'page.margin-column.gap': ['grid', /"gap":18\.8/],
      'page.line-numbers.interval': ['grid', '"interval":9'],
      'page.line-numbers.restart': ['grid', '"restart":"never"'],
      'page.first.left': ['grid', /"first":\{.*"left":24[12]/],
      'furniture.width': ['furniture', /width 37\d$/],
      'floats.page-each': ['document', 'data-placement="end-alone"'],
      'lines.hyphens.in-a-row': ['lines', 'in a row 1'],
      'headings.numbering': ['words', 'a Beginning'],
      'headings.appendix': ['words', 'Annex A'],
      'citations.placement': ['words', 'Again;1'],
      'citations.after': ['words', 'less,1 in'],
      'references.append': ['words', 'doi:10.5555/mud'],
    },
  },
  { manifest: 'title: A\nlines: { stretch: 1.2 }', shows: { 'lines.stretch': ['lines', 'differs'] } },
  { manifest: 'title: A\nlines: { shrink: 0.02 }', shows: { 'lines.shrink': ['lines', 'differs'] } },
  {
    manifest: 'title: A\nlines: { hyphen-penalty: 10000 }',
    shows: { 'lines.hyphen-penalty': ['lines', 'differs'] },
  },
]

/** Keys that show in tests of their own → the test, and a word in it. */
export const shownElsewhere: ReadonlyMap<string, readonly [test: string, word: string]> = new Map([
  ['extends', ['journal/chain.test.ts', 'extends: ']],
  ['severity', ['model/severities.test.ts', 'applySeverities']],
  ['language', ['journal/style-locale.test.ts', 'language']],
  ['manuscript-may-set', ['journal/manuscript-look.test.ts', 'a journal that allows nothing']],
  ['fonts.features', ['journal/own-fonts.test.ts', 'features: ']],
  ['jats.profile', ['deposit/jats.test.ts', 'profile: ']],
  ['jats.references', ['deposit/jats.test.ts', 'references: ']],
  ['jats.panels', ['deposit/jats.test.ts', 'panels: ']],
  ['jats.journal-ids', ['deposit/jats.test.ts', 'journal-ids: ']],
  ['labels.translated-abstracts', ['resolve/front/front-parts.test.ts', 'is-translated']],
  ['page.first.right', ['typeset/page-grid.test.ts', 'first: { right: ']],
  ['affiliations.block', ['layout/author-blocks.test.ts', 'block: ']],
  ['citations.before', ['resolve/citations/bracket-placement.test.ts', 'before']],
])

/** What running heads, feet and rules of a page show. `rules`: the weights are 1 to 4 more. */
function furnitureShows(kind: 'first' | 'left' | 'right', word: string, rules: number): Exhibit['shows'] {
  const places = {
    'head-center': 'hc',
    'head-right': 'hr',
    'foot-left': 'fl',
    'foot-center': 'fc',
    'foot-right': 'fr',
  }
  const sides = { 'head-rule.above': 1, 'head-rule.below': 2, 'foot-rule.above': 3, 'foot-rule.below': 4 }
  return Object.fromEntries([
    ...Object.entries(places).map(([place, text]) => [
      `furniture.${kind}.${place}`,
      ['furniture', `${kind} ${place} ${word} ${text}`],
    ]),
    ...Object.entries(sides).map(([side, weight]) => [
      `furniture.${kind}.${side}`,
      [
        'furniture',
        new RegExp(
          `${kind} furniture ${side.replace('-rule.', ' rule ')} \\S+ --rule-weight:${rules + weight}px`,
        ),
      ],
    ]),
  ])
}
