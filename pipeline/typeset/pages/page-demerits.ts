/**
 * What page make-up tries to avoid, in one table. Demerits add up over the whole article, and the pages with
 * the fewest are taken. Only their proportions matter: a widow, for example, is as bad as a column that ends
 * six lines early (6² × 5000 = 180 000).
 */
export const pageDemerits = {
  /** The last line of a paragraph alone at the head of a column. */
  widow: 200_000,
  /** The first line of a paragraph alone at the foot of a column. */
  orphan: 200_000,
  /** A heading with a single line of text below it at the foot of a column. */
  headingWithOneLine: 40_000,
  /** A word divided between two columns of a page. */
  hyphenAtColumn: 2500,
  /** A word divided between two pages. */
  hyphenAtPage: 12_000,
  /** A column that begins with a display equation, parted from the text that introduces it. */
  beforeEquation: 12_000,
  /** A column that begins with the text after a display equation. */
  afterEquation: 300,
  /** A single line before an equation at the head of a column. */
  lineBeforeEquation: 1500,
  /** A single line after an equation at the foot of a column. */
  lineAfterEquation: 200,
  /** A column that ends after a paragraph with a colon at its end, parted from what it introduces. */
  afterLeadIn: 60_000,
  /** A column that begins with a list, parted from the paragraph before it. */
  beforeList: 3000,
  /** A single item of a list at the head or foot of a column: divided by the square of its lines. */
  listItemAlone: 40_000,
  /** A cut in a paragraph that its style sheet keeps together (`break-inside: avoid`). */
  keptParagraphCut: 60_000,
  /** A single line of text between a float and the foot of a column, or two lines. */
  lineBesideFloat: 40_000,
  twoLinesBesideFloat: 10_000,
  /** A column that ends early: multiplied by the square of its blank lines. */
  shortColumn: 5000,
  /**
   * A column that ends early on a last page whose columns end together: multiplied by the square of its blank
   * lines.
   */
  shortBalancedColumn: 1500,
  /** An additional line of white space above a paragraph. */
  widerGap: 1100,
  /** A paragraph with a line more or fewer than is best for it. Its lines cost more in addition. */
  loosenedParagraph: 500,
  /** A figure that was mentioned and is still to come, for each page that ends meanwhile. */
  figureDelayed: 60_000,
  /** A table that was mentioned and is still to come, for each page that ends meanwhile. */
  tableDelayed: 45_000,
  /** A float in a column before the column of its first mention. */
  floatBeforeMention: 600,
  /** A float above the first line of the article. */
  floatBeforeOpening: 80_000,
  /** A float at the foot of a column or page. */
  floatAtFoot: 250,
  /** Each further float in the same column. */
  floatStacked: 500,
  /** A float in a column, for each column before it: of two places that are alike, the first is taken. */
  floatInLaterColumn: 20,
  /** A float at the head although the author wants it at the foot, or the other way round. */
  floatMisplaced: 30_000,
  /** A footnote that is continued in the next column. */
  noteContinued: 15_000,
  /** Notes in columns above a float at the foot of the page. */
  notesAboveFloat: 10_000,
  /** A last page with only one or two lines, or with up to five. */
  scantLastPage: 60_000,
  shortLastPage: 20_000,
  /** A last page with the imprint alone, or with at most three lines of text before it. */
  imprintAlone: 120_000,
  /** Each line by which the columns of the last page are higher than necessary. */
  unbalanced: 900,
  /** A block that is higher than any column. */
  overfull: 1e9,
} as const
