/**
 * LaTeX commands that only change the look of a page or set LaTeX up, with their signatures
 * (`signature-table.ts`). The journal decides the look, so these commands print nothing.
 */
import { signatureTable } from './signature-table.ts'

/** Name of a command → its signature. */
export const dropped: Readonly<Record<string, string>> = signatureTable([
  // TeX and the LaTeX kernel: alignment, indentation, space and boxes.
  ['', 'centering raggedright raggedleft flushbottom raggedbottom noindent indent sloppy fussy'],
  ['', 'hfill hfil vfill smallskip medskip bigskip smallbreak medbreak bigbreak null strut'],
  ['m', 'vspace phantom hphantom vphantom enlargethispage'],
  ['omm', 'rule'],
  ['', 'hrule hrulefill dotfill break'],
  ['l', 'hskip vskip kern parindent parskip baselineskip'],

  // LaTeX kernel: font sizes and fonts.
  ['', 'tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge normalfont selectfont'],
  ['m', 'fontfamily fontseries fontshape fontencoding linespread'],
  ['mm', 'fontsize'],

  // LaTeX kernel and the classes article and book: pages, parts and lists.
  ['', 'onecolumn twocolumn eject maketitle tableofcontents listoffigures listoftables newblock'],
  ['', 'frontmatter mainmatter backmatter'],
  ['m', 'pagestyle thispagestyle pagenumbering bibliographystyle bibliography'],
  ['mm', 'addtocontents'],
  ['mmm', 'addcontentsline'],
  ['om', 'index'],

  // TeX and the LaTeX kernel: expansion, grouping, places where a line may break.
  ['', 'relax protect leavevmode ignorespaces unskip makeatletter makeatother'],
  ['', 'begingroup endgroup bgroup egroup allowbreak nobreak'],
  ['m', 'hyphenation'],

  // LaTeX kernel: preamble, lengths and counters; `numberwithin` is from amsmath.
  ['om', 'documentclass usepackage RequirePackage'],
  ['cm', 'setlength addtolength setcounter addtocounter counterwithin counterwithout numberwithin'],
  ['momo', 'newtheorem'],

  // Tables: LaTeX kernel (`hline`), booktabs, longtable, array; `thickhline` is from PLOS' template.
  ['', 'hline toprule midrule bottomrule thickhline topline midline botline bottomline'],
  ['', 'endhead endfirsthead endfoot endlastfoot'],
  ['mom', 'newcolumntype'],

  // Landscape pages: lscape, MDPI's template, and commands that authors define themselves.
  ['', 'landscape startlandscape finishlandscape blandscape elandscape'],

  // setspace
  ['', 'singlespacing onehalfspacing doublespacing'],
  ['m', 'setstretch'],

  // glossaries
  ['', 'makeglossaries printglossaries glsresetall'],
  ['o', 'printglossary printacronyms glsaddall'],
  ['om', 'glsadd glsreset glsunset setabbreviationstyle'],
  ['ommm', 'newacronym newabbreviation'],
  ['mm', 'newglossaryentry longnewglossaryentry DeclareAcronym'],
  // acronym
  ['mom', 'acrodef newacro'],

  // algorithm2e
  ['', 'SetAlgoLined SetAlgoVlined DontPrintSemicolon LinesNumbered'],
  ['mm', 'SetKw SetKwFunction SetKwInput SetKwInOut'],

  // color and xcolor
  ['om', 'color pagecolor'],
  ['mm', 'colorlet'],
  // colortbl and xcolor: colours of cells
  ['oom', 'cellcolor columncolor rowcolor arrayrulecolor'],
  ['ommm', 'rowcolors'],
  ['mmm', 'definecolor'],

  // biblatex
  ['om', 'addbibresource'],
  ['moom', 'newbibmacro renewbibmacro providebibmacro'],
  ['om', 'ExecuteBibliographyOptions'],
  ['omm', 'DeclareFieldFormat'],

  // Packages with one or two commands: placeins, lineno, amsmath, balance, xspace, minted.
  ['', 'qed qedhere'],
  ['m', 'selectlanguage'],
  ['', 'FloatBarrier linenumbers nolinenumbers allowdisplaybreaks balance xspace listoflistings'],
  // enumitem (`setlist`), amsthm, caption, listings, graphicx, url, hyperref.
  ['m', 'theoremstyle lstset graphicspath urlstyle hypersetup'],
  ['om', 'captionsetup setlist'],
  ['', 'phantomsection'],

  // pandoc's templates
  ['', 'tightlist'],

  // MDPI's class
  ['', 'appendixstart'],
  ['m', 'appendixtitles externalbibliography'],
])
