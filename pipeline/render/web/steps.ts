/**
 * The steps from the laid out article to the web edition, in the order in which they run. Each gets the
 * content that the step before it returned. If the order of two steps is known to matter, the reason is
 * given with the later one.
 */
import type { ElementContent } from 'hast'
import type { Journal } from '../../journal/index.ts'
import type { Article } from '../../model/article.ts'
import { withAbbreviations } from './abbreviations.ts'
import { withAuthorCards } from './author-cards.ts'
import { withCitationFiles } from './citation-files.ts'
import { withCitedWorks } from './cited-works.ts'
import { withClearImages } from './clear-images.ts'
import { withFormulaLines } from './formula-lines.ts'
import { withHeadCells } from './head-cells.ts'
import { withHeadFacts } from './head-facts.ts'
import { withHeadingLevels } from './heading-levels.ts'
import { withJoinedLinks } from './joined-links.ts'
import type { PageLinks } from './page-links.ts'
import { withPictureShapes } from './picture-shapes.ts'
import { withScriptLevels } from './script-levels.ts'
import { withScrollBoxes } from './scroll-boxes.ts'
import { withSectionIds } from './section-ids.ts'
import { withShortAlternatives } from './short-alternatives.ts'
import { withTexSources } from './tex-sources.ts'
import { withWebLinks } from './web-links.ts'
import { withWordyCells } from './wordy-cells.ts'

type WebStep = (content: readonly ElementContent[]) => ElementContent[]

/** The steps in the order in which they run. */
export function webSteps(article: Article, journal: Journal, links: PageLinks): readonly WebStep[] {
  return [
    withAbbreviations(article),
    withHeadingLevels,
    withSectionIds,
    withHeadCells,
    withShortAlternatives(journal),
    withClearImages,
    withPictureShapes,
    // Runs after the abbreviations: it splits the text beside a formula, perhaps inside an abbreviation.
    withFormulaLines,
    // Runs after the formula lines: an operator inside `<mstyle>` would not be found as a place to break.
    withScriptLevels,
    // Runs after the formula lines, which look for operators among the children of `<math>`, not of
    // `<semantics>`.
    withTexSources,
    // Runs after the TeX sources: the length of a cell includes the TeX of its formulas.
    withWordyCells,
    withScrollBoxes(journal),
    withCitedWorks(article),
    withJoinedLinks,
    withWebLinks,
    // Runs after the abbreviations, which are not to be marked in the cards.
    withAuthorCards(article, journal),
    // Runs after all steps that change text and links: "How to cite" and its downloads are final as they are.
    withCitationFiles(article, journal, links.page),
    // Runs after the citation files, which are added to every "How to cite": its card has them already.
    withHeadFacts(article, journal, links),
  ]
}
