/**
 * The signatures of all commands of LaTeX text (`signature-table.ts` explains the letters). A command that
 * is not listed takes all brackets and braces that follow it directly.
 */
import { definingCommands } from './definition.ts'
import { dropped } from './dropped.ts'
import { glossaryNames } from './glossary-names.ts'
import { signatureTable } from './signature-table.ts'
import { statementHeadings } from './statement-headings.ts'
import { accents, symbols } from './symbols.ts'

const printed = signatureTable([
  // LaTeX kernel: breaks; `columnbreak` is from multicol.
  ['', 'newpage clearpage cleardoublepage columnbreak newline par'],
  ['o', 'pagebreak nopagebreak linebreak nolinebreak'],

  // LaTeX kernel: switches of the font, up to the end of the group.
  ['', 'bf it em tt sc rm sf sl'],
  ['', 'bfseries mdseries itshape slshape scshape upshape ttfamily rmfamily sffamily'],

  // LaTeX kernel: text in a font or a box; `textlf` is from font packages.
  [
    'm',
    'textem bmhead emph textit textsl textbf texttt textsc textrm textsf textnormal textup textmd textlf',
  ],
  ['m', 'underline textsuperscript textsubscript uppercase MakeUppercase lowercase MakeLowercase'],
  ['m', 'mbox hbox fbox ensuremath hspace centerline llap rlap'],
  ['oom', 'makebox framebox'],
  ['ooomm', 'parbox'],
  ['moom', 'raisebox'],
  ['v', 'verb'],

  // LaTeX kernel and classes: headings, notes, captions, items, appendices.
  ['om', 'part chapter section subsection subsubsection paragraph subparagraph'],
  ['om', 'footnote footnotetext caption marginpar endnote sidenote marginnote'],
  ['m', 'thanks'],
  ['o', 'footnotemark'],
  ['', 'appendix and'],
  ['o', 'item'],

  // LaTeX kernel: definitions.
  ['d', definingCommands.join(' ')],

  // Labels and references: LaTeX kernel, hyperref, amsmath (`eqref`), cleveref, varioref (`vref`).
  ['m', 'label ref pageref autoref nameref eqref cref Cref vref'],
  ['m', 'Autoref Nameref Ref Vref vpageref cpageref Cpageref labelcref fref Fref'],
  ['mm', 'crefrange Crefrange'],
  // subcaption, subfig
  ['m', 'subref subcaptionref'],
  // Authors often define `fullref` themselves.
  ['m', 'fullref'],

  // Links: url (`url`, `path`), hyperref; `email` is from several classes.
  ['m', 'url path nolinkurl email'],
  ['mm', 'href hyperlink hypertarget'],
  ['om', 'hyperref'],

  // Citations: LaTeX kernel, natbib, biblatex, cite (`citenum`), REVTeX (`onlinecite`), apacite.
  ['m', 'nocite'],
  ['oom', 'cite Cite citenum onlinecite'],
  ['m', 'citetext'],
  ['oom', 'citep citet citealp citealt citeauthor citeyear citeyearpar'],
  ['oom', 'Citep Citet Citealp Citealt Citeauthor'],
  ['oom', 'parencite textcite autocite footcite footcitetext supercite fullcite smartcite'],
  ['oom', 'Parencite Textcite Autocite'],
  ['oom', 'shortcite shortciteA shortciteNP citeA citeNP citeyearNP citefullauthor footfullcite citedate'],
  ['*', 'cites Cites parencites Parencites autocites Autocites smartcites Smartcites supercites'],
  ['*', 'textcites Textcites footcites footcitetexts'],
  ['', 'printbibliography'],

  // siunitx, and mhchem (`ce`)
  ['m', 'ce'],
  ['om', 'ang num unit si numlist numproduct complexnum'],
  ['omm', 'qty SI numrange SIlist qtylist qtyproduct'],
  ['ommm', 'qtyrange SIrange'],

  // Other packages: ulem (`uline`, `sout`), soul (`st`), csquotes (`enquote`), threeparttable (`tnote`),
  // amsmath (`text`), LaTeX kernel (`vec`).
  ['m', 'uline uuline uwave sout st enquote tnote text vec'],
  // soul (`hl`, `ul`), hyperref, microtype, amsmath, lettrine, adjustbox
  ['m', 'hl ul'],
  ['mm', 'texorpdfstring'],
  ['om', 'textls smash'],
  ['omm', 'lettrine'],
  ['mm', 'adjustbox'],
  // graphicx, subcaption
  ['om', 'includegraphics subcaption'],
  ['omm', 'rotatebox'],
  ['mom', 'scalebox'],
  ['mmm', 'resizebox'],
  // babel
  ['mm', 'foreignlanguage'],
  // color and xcolor
  ['omm', 'textcolor colorbox'],
  ['omomm', 'fcolorbox'],
  // listings, minted
  ['ov', 'lstinline'],
  ['omv', 'mintinline'],
  // glossaries, acronym
  ['omo', glossaryNames.join(' ')],
  ['omm', 'glslink glsdisp'],

  // Classes: Journal of Statistical Software, acronyms in several classes, Taylor & Francis (`tabnote`).
  ['m', 'code pkg proglang acro tabnote'],
  // Class of Copernicus
  ['om', 'chem'],
  ['m', 'belowtable'],
  ['o', 'introduction conclusions'],
  // Classes: statements at the end of an article.
  ['m', Object.keys(statementHeadings).join(' ')],
])

const signatures: ReadonlyMap<string, string> = new Map([
  ...Object.keys(symbols).map(name => [name, ''] as const),
  ...Object.keys(accents).map(name => [name, 'a'] as const),
  ...Object.entries(dropped),
  ...Object.entries(printed),
])

/** Returns the signature of the command with this name, given without backslash. */
export function signatureOf(name: string): string {
  return signatures.get(name) ?? '*'
}
