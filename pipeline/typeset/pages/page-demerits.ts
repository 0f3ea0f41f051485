/**
 * What page make-up tries to avoid, in one table. Demerits add up over the whole article, and the pages
 * with the least are taken; only their proportions matter.
 */
export const pageDemerits = {
  /** The last line of a paragraph alone at the head of a column, the first alone at its foot. */
  widow: 200_000,
  orphan: 200_000,
  /** A heading with a single line of text under it at the foot of a column. */
  headingWithOneLine: 40_000,
  /** A word divided between columns, between pages. */
  hyphenAtColumn: 2500,
  hyphenAtPage: 12_000,
  /** A display equation parted from the text that leads to it; from the text that follows. */
  beforeEquation: 12_000,
  afterEquation: 300,
  /** The line before an equation alone at the head of a column, the one after it at the foot. */
  lineBeforeEquation: 1500,
  lineAfterEquation: 200,
  /** A column that ends early: by lines, squared. */
  shortColumn: 5000,
  shortBalancedColumn: 1500,
  /** A line more in the white space around a heading, an equation, a list. */
  widerGap: 1100,
  /** A paragraph set a line longer or shorter than is best for it, besides what its lines cost. */
  loosenedParagraph: 500,
  /** A float that waits for the next page, for each page. */
  figureDelayed: 60_000,
  tableDelayed: 45_000,
  /** A float in a column before the one of its first mention. */
  floatBeforeMention: 600,
  floatAtFoot: 250,
  /** A second float in the same column. */
  floatStacked: 500,
  /** A float that the author wants elsewhere. */
  floatMisplaced: 30_000,
  /** A footnote that is continued in the next column. */
  noteContinued: 15_000,
  /** A last page with a line or two. */
  scantLastPage: 8000,
  /** Each line by which the columns of the last page are higher than need be. */
  unbalanced: 900,
  /** A block that is higher than any column. */
  overfull: 1e9,
} as const
