/**
 * Attributes and classes that rooms of the pipeline and the style sheets agree on: `layout/` and the print
 * document write them into the article, the hands of `typeset/` and the CSS read them in the browser. The
 * test of this list finds every writer and reader in the sources. Paths without `styles/` are below
 * `pipeline/`. Of the journals only the base is listed: the others may read all of them.
 */

export interface PageMark {
  readonly meaning: string
  /** Files that set or remove the attribute or class. */
  readonly writers: readonly string[]
  readonly readers: readonly string[]
}

/** All `data-*` attributes. */
export const pageAttributes: Readonly<Record<string, PageMark>> = {
  'data-block': {
    meaning: 'Number of a block of the galley.',
    writers: ['typeset/hands/read-galley.ts'],
    readers: [
      'typeset/hands/dom.ts',
      'typeset/hands/find-style-causes.ts',
      'typeset/hands/place.ts',
      'typeset/hands/read-galley.ts',
      'typeset/hands/read-heights.ts',
      'typeset/hands/read-sheets.ts',
      'typeset/hands/table-cutter.ts',
    ],
  },
  'data-break': {
    meaning: 'A page break or column break that the author forces: `page` or `column`.',
    writers: ['layout/handlers/layout-break.ts'],
    readers: ['typeset/hands/read-galley.ts'],
  },
  'data-child': {
    meaning:
      'An empty span in the words around a citation, which stands for markup of the author. Gone after `layout/`.',
    writers: ['resolve/citations/clusters.ts'],
    readers: ['deposit/jats/body/markup.ts', 'layout/handlers/citation.ts'],
  },
  'data-cite': {
    meaning: 'The key of the work in one part of a citation. Gone after `resolve/`.',
    writers: [
      'resolve/bibliography/csl-markup.ts',
      'resolve/citations/plain-engine.ts',
      'tools/citation-js/citeproc-marks.ts',
    ],
    readers: [
      'resolve/bibliography/csl-markup.ts',
      'resolve/citations/cite-links.ts',
      'tools/citation-js/join-cites.ts',
    ],
  },
  'data-cites': {
    meaning: 'Ids of the works that a collapsed range of numbers stands for. Web edition only.',
    writers: ['render/web/cited-works.ts'],
    readers: ['render/web/reader/card-content.ts'],
  },
  'data-continued': {
    meaning: 'Caption of the further parts of a table that is cut: "Table 2 (continued)".',
    writers: ['layout/handlers/captioned-table.ts'],
    readers: ['typeset/hands/table-cutter.ts'],
  },
  'data-drop': {
    meaning: 'How far a tall formula or image reaches below its baseline, in CSS px.',
    writers: ['typeset/hands/measure-rises.ts'],
    readers: ['typeset/hands/text-reader.ts'],
  },
  'data-drop-cap': {
    meaning: 'The height of the first letter of a paragraph, in lines.',
    writers: ['layout/drop-cap.ts'],
    readers: ['styles/base/web.css', 'typeset/hands/set-drop-caps.ts', 'typeset/hands/text-reader.ts'],
  },
  'data-drop-width': {
    meaning: 'The width of the drop cap of a paragraph, with the space after it, in CSS px.',
    writers: ['typeset/hands/set-drop-caps.ts'],
    readers: ['typeset/hands/text-reader.ts'],
  },
  'data-inset': {
    meaning: 'Distance of the text of a list item from the left edge of the item, in CSS px.',
    writers: ['typeset/hands/text-reader.ts'],
    readers: ['typeset/hands/place.ts', 'typeset/hands/text-reader.ts'],
  },
  'data-label': {
    meaning: '`above`: in a template, the label of the part of this slot is a paragraph of its own.',
    writers: [],
    readers: ['journal/read-template.ts', 'layout/template.ts'],
  },
  'data-looseness': {
    meaning: 'Lines by which the author wants a paragraph longer or shorter than is best.',
    writers: ['layout/handlers/list-item.ts', 'layout/handlers/paragraph.ts'],
    readers: ['typeset/hands/text-reader.ts'],
  },
  'data-margin-mark': {
    meaning: 'The place in a paragraph of words that moved to the margin: their number.',
    writers: ['typeset/sheet/margin-notes.ts'],
    readers: ['typeset/hands/text-reader.ts'],
  },
  'data-margin-note': {
    meaning: 'The number of words that moved from a paragraph to the margin.',
    writers: ['typeset/sheet/margin-notes.ts'],
    readers: ['typeset/hands/read-galley.ts'],
  },
  'data-meaning': {
    meaning: 'What an abbreviation stands for. Web edition only.',
    writers: ['render/web/reader/show-cards.ts'],
    readers: ['render/web/reader/card-content.ts', 'render/web/reader/show-cards.ts', 'styles/base/web.css'],
  },
  'data-measure': {
    meaning: 'Width of a right-to-left paragraph in CSS px.',
    writers: ['typeset/hands/text-reader.ts'],
    readers: ['typeset/hands/place.ts', 'typeset/hands/set-lines.ts', 'typeset/sheet/sheet-rules.ts'],
  },
  'data-note': {
    meaning: 'Id of a note.',
    writers: ['typeset/sheet/print-document.ts'],
    readers: ['typeset/hands/box-reader.ts'],
  },
  'data-orientation': {
    meaning: '`landscape`: the float is turned and takes a page.',
    writers: ['layout/float-data.ts', 'typeset/hands/fit-tables.ts'],
    readers: [
      'typeset/hands/box-reader.ts',
      'typeset/hands/fit-figures.ts',
      'typeset/hands/fit-tables.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  'data-over': {
    meaning: 'White space above the first line of a paragraph, in CSS px.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: ['typeset/hands/place.ts'],
  },
  'data-page-of': {
    meaning: 'Id of the target whose page number the reference shows.',
    writers: ['layout/handlers/cross-reference.ts'],
    readers: ['typeset/hands/set-page-references.ts'],
  },
  'data-part': {
    meaning: 'Number of a citation part in its cluster. Removed by `tools/citation-js/join-cites.ts`.',
    writers: ['tools/citation-js/citeproc-marks.ts'],
    readers: ['tools/citation-js/join-cites.ts'],
  },
  'data-pixels': {
    meaning: 'Width of a picture in pixels.',
    writers: ['typeset/sheet/print-picture.ts'],
    readers: ['typeset/hands/read-pictures.ts'],
  },
  'data-place': {
    meaning:
      '`margin`: in the column in the margin, beside its place in the text. In the template of a journal, `side`: beside the text of the first page; `foot`: at the foot of its first column.',
    writers: ['layout/float-data.ts', 'typeset/hands/fit-margin-notes.ts'],
    readers: [
      'journal/read-template.ts',
      'styles/base/print.css',
      'styles/base/web.css',
      'typeset/hands/fit-margin-notes.ts',
      'typeset/hands/fit-side.ts',
      'typeset/hands/place.ts',
      'typeset/hands/prepare-paragraphs.ts',
      'typeset/hands/read-galley.ts',
      'typeset/sheet/margin-notes.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  'data-placement': {
    meaning:
      'Where the author wants a float: `top`, `bottom`, `page` or `here`; `end` and `end-alone`: where the journal sets it after the text.',
    writers: [
      'layout/float-data.ts',
      'layout/handlers/listing.ts',
      'layout/side-by-side.ts',
      'typeset/sheet/floats-at-end.ts',
    ],
    readers: [
      'typeset/hands/box-reader.ts',
      'typeset/hands/fit-panels.ts',
      'typeset/hands/fit-tables.ts',
      'typeset/hands/read-galley.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  'data-rise': {
    meaning: 'How far a tall formula or image reaches above its baseline, in CSS px.',
    writers: ['typeset/hands/measure-rises.ts'],
    readers: ['typeset/hands/text-reader.ts'],
  },
  'data-source': {
    meaning: 'Number of the place in the manuscript that the element comes from (`PrintDocument.sources`).',
    writers: ['typeset/hands/table-framer.ts', 'typeset/sheet/print-document.ts'],
    readers: ['typeset/hands/dom.ts', 'typeset/hands/table-framer.ts'],
  },
  'data-span': {
    meaning:
      '`page`: the float is set across all columns; `column`: in one column; `full` in a template: across the columns and the one in the margin.',
    writers: [
      'layout/float-data.ts',
      'layout/side-by-side.ts',
      'typeset/hands/fit-figures.ts',
      'typeset/hands/fit-panels.ts',
      'typeset/hands/fit-tables.ts',
      'typeset/hands/table-framer.ts',
      'typeset/sheet/floats-at-end.ts',
    ],
    readers: [
      'journal/read-template.ts',
      'render/web/reader/card-content.ts',
      'styles/base/print.css',
      'styles/base/web.css',
      'typeset/hands/box-reader.ts',
      'typeset/hands/fit-figures.ts',
      'typeset/hands/fit-panels.ts',
      'typeset/hands/fit-side.ts',
      'typeset/hands/fit-tables.ts',
      'typeset/hands/fit-title-block.ts',
      'typeset/hands/prepare-paragraphs.ts',
      'typeset/hands/read-galley.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  'data-variable': {
    meaning: 'CSL variable that the words of a reference come from.',
    writers: ['resolve/bibliography/csl-markup.ts', 'tools/citation-js/citeproc-marks.ts'],
    readers: ['resolve/bibliography/csl-markup.ts', 'styles/base/common.css'],
  },
  'data-wide': {
    meaning: 'Number of a display equation that is wider than its column.',
    writers: ['typeset/hands/read-equations.ts', 'typeset/hands/set-equations.ts'],
    readers: ['typeset/hands/set-equations.ts'],
  },
  'data-width': {
    meaning: 'CSS length that the author wants for a figure.',
    writers: ['layout/handlers/figure.ts'],
    readers: ['typeset/hands/fit-figures.ts'],
  },
}

/**
 * Classes of the printed edition that `typeset/` writes or reads. `has-number-last-line` and
 * `has-number-below` of an equation are not listed: `hands/set-equations.ts` writes them,
 * `styles/base/print.css` reads them.
 */
export const typesetClasses: Readonly<Record<string, PageMark>> = {
  again: {
    meaning: 'Copy of the caption and head of a table, above a further part of it.',
    writers: ['typeset/hands/table-cutter.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  continued: {
    meaning: 'A line of code that continues the line before it.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: ['styles/base/print.css'],
  },
  'drop-cap': {
    meaning: 'The first letter of a paragraph, which is as high as several lines.',
    writers: ['typeset/hands/set-drop-caps.ts'],
    readers: [
      'styles/base/print.css',
      'typeset/hands/find-style-causes.ts',
      'typeset/hands/read-sheets.ts',
      'typeset/hands/set-lines.ts',
      'typeset/hands/text-reader.ts',
    ],
  },
  cut: {
    meaning: 'A table that is cut between its rows, and its figure.',
    writers: ['typeset/hands/table-cutter.ts'],
    readers: ['typeset/hands/place.ts', 'typeset/sheet/sheet-rules.ts'],
  },
  'cut-end': {
    meaning:
      'The part of an inline element before the end of a line: it has no margin and added words there.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  'cut-start': {
    meaning:
      'The part of an inline element that continues on a line, without margin and added words before it.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  divided: {
    meaning: 'A line, or the end of a cell that is cut, with an added hyphen.',
    writers: ['typeset/hands/row-cutter.ts', 'typeset/hands/set-lines.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  equation: {
    meaning: 'A display equation.',
    writers: ['layout/handlers/formula.ts'],
    readers: [
      'layout/handlers/theorem.ts',
      'styles/base/common.css',
      'styles/base/print.css',
      'typeset/hands/box-reader.ts',
      'typeset/hands/measure-rises.ts',
      'typeset/hands/prepare-paragraphs.ts',
      'typeset/hands/read-equations.ts',
      'typeset/hands/set-equations.ts',
      'typeset/sheet/print-document.ts',
    ],
  },
  'equation-number': {
    meaning: 'The number of a display equation.',
    writers: ['layout/handlers/formula.ts'],
    readers: [
      'styles/base/common.css',
      'styles/base/print.css',
      'typeset/hands/read-equations.ts',
      'typeset/hands/set-equations.ts',
    ],
  },
  'float-callout': {
    meaning: 'A paragraph at the place of a figure or table that is after the text.',
    writers: ['typeset/sheet/floats-at-end.ts'],
    readers: ['styles/base/print.css'],
  },
  frame: {
    meaning: 'An element around placed blocks: it has no margins, so that only the blocks have places.',
    writers: ['typeset/hands/place.ts'],
    readers: ['typeset/hands/place.ts', 'typeset/sheet/sheet-rules.ts'],
  },
  furniture: {
    meaning:
      'Running head or foot, folio or line number. With `head` or `foot`, a side, and the kind of page (`on-first`).',
    writers: [
      'typeset/sheet/furniture-parts.ts',
      'typeset/sheet/furniture.ts',
      'typeset/sheet/line-numbers.ts',
    ],
    readers: ['styles/base/print.css', 'typeset/sheet/sheet-rules.ts'],
  },
  'has-divided-heads': {
    meaning: 'A table whose column heads may be divided anywhere.',
    writers: ['typeset/hands/fit-tables.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  'has-divided-words': {
    meaning: 'A table whose words may be divided anywhere.',
    writers: ['typeset/hands/fit-tables.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  'inline-box': {
    meaning: 'An inline element that is not divided. No code writes it at present.',
    writers: [],
    readers: ['typeset/hands/measure-rises.ts', 'typeset/hands/set-lines.ts', 'typeset/sheet/sheet-rules.ts'],
  },
  'is-repeated': {
    meaning: 'A further mark of a note that was called before.',
    writers: ['layout/handlers/note.ts'],
    readers: [
      'typeset/hands/box-reader.ts',
      'typeset/hands/text-reader.ts',
      'typeset/sheet/print-document.ts',
    ],
  },
  'is-set': {
    meaning: 'The strip after everything was placed.',
    writers: ['typeset/hands/place.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  'is-tight': {
    meaning: 'A table with less space between its columns, or an imprint with less between its paragraphs.',
    writers: ['typeset/hands/fit-tables.ts', 'typeset/hands/tighten-imprint.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  'layout-row': {
    meaning: 'Blocks that stand side by side.',
    writers: ['layout/side-by-side.ts'],
    readers: [
      'styles/base/common.css',
      'styles/base/print.css',
      'typeset/hands/box-reader.ts',
      'typeset/hands/fit-panels.ts',
      'typeset/hands/table-framer.ts',
      'typeset/sheet/floats-at-end.ts',
      'typeset/sheet/margin-notes.ts',
    ],
  },
  item: {
    meaning: 'A list item that was placed.',
    writers: ['typeset/hands/place.ts'],
    readers: [
      'styles/base/print.css',
      'typeset/hands/find-style-causes.ts',
      'typeset/hands/place.ts',
      'typeset/hands/read-sheets.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  label: {
    meaning: 'Label of a caption, such as "Table 2".',
    writers: [
      'layout/front-parts.ts',
      'layout/handlers/captioned-table.ts',
      'layout/handlers/figure.ts',
      'layout/handlers/listing.ts',
      'layout/imprint.ts',
      'layout/title-block.ts',
      'typeset/hands/table-cutter.ts',
    ],
    readers: ['layout/template.ts', 'styles/base/print.css'],
  },
  line: {
    meaning: 'A line of a paragraph.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: [
      'styles/base/print.css',
      'typeset/hands/find-style-causes.ts',
      'typeset/hands/read-sheets.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  'line-number': {
    meaning: 'The number of a line in the margin.',
    writers: ['typeset/sheet/line-numbers.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  listing: {
    meaning: 'A figure of code: its lines are read like paragraphs.',
    writers: ['layout/handlers/listing.ts'],
    readers: ['styles/base/print.css', 'typeset/hands/box-reader.ts', 'typeset/hands/fit-figures.ts'],
  },
  'missing-image': {
    meaning: 'Mark in place of a picture that cannot be shown.',
    writers: ['layout/picture.ts', 'typeset/hands/find-broken-pictures.ts'],
    readers: ['styles/base/print.css'],
  },
  note: {
    meaning: 'A footnote.',
    writers: ['layout/notes.ts', 'typeset/sheet/print-document.ts'],
    readers: [
      'styles/base/print.css',
      'typeset/hands/box-reader.ts',
      'typeset/hands/dom.ts',
      'typeset/hands/fit-figures.ts',
      'typeset/hands/fit-title-block.ts',
      'typeset/hands/measure-rises.ts',
      'typeset/hands/place.ts',
      'typeset/hands/read-galley.ts',
      'typeset/hands/table-framer.ts',
      'typeset/sheet/print-document.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  'note-body': {
    meaning: 'The text of a note without its number.',
    writers: ['typeset/sheet/print-document.ts'],
    readers: ['styles/base/print.css'],
  },
  'note-mark': {
    meaning: 'The raised mark that calls a note.',
    writers: ['layout/handlers/note.ts'],
    readers: [
      'styles/base/common.css',
      'styles/base/print.css',
      'typeset/hands/box-reader.ts',
      'typeset/hands/text-reader.ts',
      'typeset/sheet/print-document.ts',
    ],
  },
  'note-rule': {
    meaning: 'The rule above the notes of a column.',
    writers: ['typeset/hands/place.ts', 'typeset/sheet/print-document.ts'],
    readers: [
      'styles/base/print.css',
      'typeset/hands/fit-figures.ts',
      'typeset/hands/place.ts',
      'typeset/hands/read-galley.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  notes: {
    meaning: 'The section of all notes, which the printed edition dissolves.',
    writers: ['layout/notes.ts'],
    readers: ['typeset/sheet/print-document.ts'],
  },
  panels: {
    meaning: 'The pictures of a figure.',
    writers: ['layout/panel-rows.ts'],
    readers: [
      'styles/base/common.css',
      'styles/base/print.css',
      'typeset/hands/find-broken-pictures.ts',
      'typeset/hands/fit-figures.ts',
      'typeset/hands/fit-panels.ts',
      'typeset/hands/table-rows.ts',
    ],
  },
  part: {
    meaning: 'Some of the sheets of a long article.',
    writers: ['typeset/hands/place.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  piece: {
    meaning: 'The text between two display equations of a paragraph.',
    writers: ['typeset/hands/prepare-paragraphs.ts'],
    readers: [
      'typeset/hands/measure-rises.ts',
      'typeset/hands/read-galley.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  'piece-rest': {
    meaning: 'Lines of a paragraph that continue in another column.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: ['typeset/sheet/sheet-rules.ts'],
  },
  placed: {
    meaning: 'A box, a caption or a row of a table that was placed.',
    writers: ['typeset/hands/place.ts', 'typeset/hands/table-cutter.ts'],
    readers: ['styles/base/print.css', 'typeset/hands/place.ts', 'typeset/sheet/sheet-rules.ts'],
  },
  problem: {
    meaning: 'A visible mark at a mistake of the manuscript.',
    writers: [
      'layout/handlers/cross-reference.ts',
      'layout/handlers/not-run.ts',
      'layout/picture.ts',
      'typeset/hands/find-broken-pictures.ts',
    ],
    readers: ['styles/base/common.css'],
  },
  reference: {
    meaning: 'An entry of the reference list.',
    writers: ['layout/references.ts'],
    readers: ['styles/base/common.css', 'styles/base/print.css', 'typeset/sheet/print-document.ts'],
  },
  room: {
    meaning: 'An empty box that gives a tall line white space above and below.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: ['typeset/hands/find-style-causes.ts', 'typeset/sheet/sheet-rules.ts'],
  },
  'run-in': {
    meaning: 'A heading that begins its paragraph.',
    writers: ['layout/front-parts.ts', 'layout/handlers/heading.ts', 'layout/title-block.ts'],
    readers: [
      'layout/drop-cap.ts',
      'styles/base/print.css',
      'typeset/lines/hyphenate.ts',
      'typeset/sheet/print-document.ts',
    ],
  },
  rule: {
    meaning: 'A rule above or below a running head or foot.',
    writers: ['typeset/sheet/furniture-parts.ts'],
    readers: ['styles/base/print.css'],
  },
  set: {
    meaning: 'A paragraph whose lines were set and placed.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: ['typeset/hands/place.ts', 'typeset/hands/read-sheets.ts', 'typeset/sheet/sheet-rules.ts'],
  },
  'set-inset': {
    meaning: 'A paragraph inside a box whose lines were set.',
    writers: ['typeset/hands/set-lines.ts'],
    readers: [
      'typeset/hands/read-heights.ts',
      'typeset/hands/read-sheets.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  standing: {
    meaning: 'A box that is set like a display equation: an image, a biography with a photograph.',
    writers: ['layout/biographies.ts', 'layout/handlers/theorem.ts', 'typeset/hands/prepare-paragraphs.ts'],
    readers: [
      'typeset/hands/box-reader.ts',
      'typeset/hands/measure-rises.ts',
      'typeset/hands/prepare-paragraphs.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  strip: {
    meaning: 'The box around all sheets.',
    writers: ['typeset/sheet/print-document.ts'],
    readers: [
      'typeset/hands/dom.ts',
      'typeset/hands/find-style-causes.ts',
      'typeset/hands/place.ts',
      'typeset/sheet/sheet-rules.ts',
    ],
  },
  table: {
    meaning: 'A figure that contains a table.',
    writers: ['layout/handlers/captioned-table.ts', 'typeset/hands/table-framer.ts'],
    readers: [
      'styles/base/print.css',
      'typeset/hands/box-reader.ts',
      'typeset/hands/fit-tables.ts',
      'typeset/sheet/floats-at-end.ts',
    ],
  },
}
