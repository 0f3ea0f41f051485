/**
 * Commands of LaTeX that speak of the looks of a page or set LaTeX itself up, each with its signature
 * (`signatures.ts`). The looks are the journal's here: these leave nothing behind.
 */

const names: readonly (readonly [signature: string, names: string])[] = [
  ['', 'centering raggedright raggedleft flushbottom raggedbottom noindent indent hfill hfil vfill bigskip'],
  [
    '',
    'sloppy fussy medskip smallskip bigbreak medbreak smallbreak tiny scriptsize footnotesize small normalsize large',
  ],
  [
    '',
    'Large LARGE huge Huge FloatBarrier linenumbers nolinenumbers onecolumn twocolumn allowdisplaybreaks thickhline eject',
  ],
  [
    '',
    'maketitle tableofcontents listoffigures listoftables listoflistings frontmatter mainmatter backmatter',
  ],
  [
    '',
    'doublespacing onehalfspacing singlespacing protect relax balance blandscape elandscape startlandscape',
  ],
  ['', 'finishlandscape landscape tightlist normalfont selectfont leavevmode null strut unskip'],
  ['', 'ignorespaces xspace makeatletter makeatother hline toprule midrule bottomrule endhead endfirsthead'],
  ['', 'endfoot endlastfoot newblock nobreak allowbreak begingroup endgroup bgroup egroup appendixstart'],
  ['', 'SetAlgoLined DontPrintSemicolon LinesNumbered SetAlgoVlined'],
  ['m', 'appendixtitles externalbibliography'],
  ['mm', 'SetKwInOut SetKwInput SetKw SetKwFunction'],
  ['mom', 'newcolumntype'],
  [
    'm',
    'vspace pagestyle thispagestyle pagenumbering bibliographystyle bibliography theoremstyle captionsetup',
  ],
  ['m', 'lstset graphicspath hyphenation enlargethispage fontsize linespread color renewbibmacro urlstyle'],
  ['m', 'phantomsection hypersetup sisetup setstretch vphantom phantom hphantom'],
  ['om', 'usepackage documentclass addbibresource RequirePackage'],
  ['cm', 'setlength addtolength setcounter addtocounter numberwithin counterwithin counterwithout'],
  ['momo', 'newtheorem'],
  ['ommm', 'newacronym'],
  ['', 'makeglossaries printglossaries printglossary glsresetall'],
  ['mm', 'fontfamily rule addcontentsline'],
  ['mmm', 'definecolor'],
  ['l', 'vskip hskip kern parindent parskip baselineskip'],
]

export const dropped: Readonly<Record<string, string>> = Object.fromEntries(
  names.flatMap(([signature, list]) => list.split(' ').map(name => [name, signature])),
)
