/**
 * What the commands of LaTeX take, a letter for each argument: `o` in brackets, `m` in braces, `c` in braces
 * or a command, `a` for an accent, `l` a length without braces, `v` between two equal marks, `d` what
 * defines a command. A command that is not listed takes what stands right behind it.
 */
import { dropped } from './dropped.ts'
import { glossaryNames } from './glossary-names.ts'
import { statementHeadings } from './statement-headings.ts'
import { accents, symbols } from './symbols.ts'

const groups: readonly (readonly [signature: string, names: string])[] = [
  [
    '',
    'appendix LaTeX newpage clearpage cleardoublepage columnbreak newline linebreak par footnotemark printbibliography',
  ],
  [
    '',
    'bf it em tt sc rm sf sl bfseries itshape ttfamily scshape rmfamily sffamily upshape mdseries slshape',
  ],
  ['o', 'pagebreak nopagebreak item'],
  [
    'm',
    'emph textit textsl textbf texttt textsc underline uline textsuperscript textsubscript textrm textsf',
  ],
  ['m', 'textnormal textup textmd textlf mbox hbox text sout st uppercase MakeUppercase fbox ensuremath'],
  [
    'm',
    'url nolinkurl path ref autoref cref Cref eqref nameref pageref label hspace nocite email code proglang',
  ],
  ['m', 'pkg acro vref fullref lowercase'],
  [
    'om',
    'section subsection subsubsection paragraph subparagraph chapter hyperref includegraphics caption subcaption footnote footnotetext chem',
  ],
  ['mm', 'href textcolor colorbox SI qty'],
  ['mmm', 'SIrange qtyrange'],
  ['mm', 'numrange'],
  ['m', 'ang enquote'],
  ['m', glossaryNames.join(' ')],
  ['m', 'tnote ce si num unit vec belowtable tabnote'],
  ['o', 'introduction conclusions'],
  ['oom', 'cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite autocite'],
  [
    'oom',
    'footcite footcitetext supercite Cite Citep Citet Citealp Citealt Citeauthor Parencite Textcite Autocite',
  ],
  ['oom', 'fullcite smartcite citenum onlinecite shortcite citeA citeNP'],
  ['v', 'verb lstinline'],
  ['m', Object.keys(statementHeadings).join(' ')],
  ['d', 'newcommand renewcommand providecommand def gdef edef let DeclareMathOperator newenvironment'],
]

const signatures: ReadonlyMap<string, string> = new Map([
  ...Object.keys(symbols).map(name => [name, ''] as const),
  ...Object.keys(accents).map(name => [name, 'a'] as const),
  ...Object.entries(dropped),
  ...groups.flatMap(([signature, names]) => names.split(' ').map(name => [name, signature] as const)),
])

export function signatureOf(name: string): string {
  return signatures.get(name) ?? '*'
}
