/** LaTeX commands that occur in bibliographies and that plugin-bibtex 0.9 does not know. */
import type { LatexCommands } from '../../tools/citation-js/read-bibliography.ts'
import { bibstring, bibstringCommands } from './bibstrings.ts'

/** Letters, signs and names: each command is followed by what it prints. */
const letters = `
  aa å  AA Å  O Ø  o ø  L Ł  l ł  DJ Đ  dj đ  i ı  j ȷ  ss ß
  S §  P ¶  dag †  ddag ‡  dagger †  ddagger ‡  pounds £  euro €  EUR €  copyright ©  textregistered ®
  ldots …  dots …  cdots ⋯  textellipsis …  slash /  textnumero №  degree °
  lq ‘  rq ’  guillemotleft «  guillemotright »  textquotesingle '  textquotedbl "
  textless <  textgreater >  textbar |  textasteriskcentered *  textperiodcentered ·
  lbrace {  rbrace }  hyp -  hyphen -
  addcolon :  addcomma ,  adddot .  psq f.  psqq ff.
  TeX TeX  LaTeX LaTeX  LaTeXe LaTeX2ε  BibTeX BibTeX  XeTeX XeTeX  LuaTeX LuaTeX
`

/** Mathematics: operators, relations, arrows, sets and logic, brackets, Greek letters, named functions. */
const mathematics = `
  pm ±  mp ∓  times ×  div ÷  cdot ·  ast ∗  star ⋆  circ ∘  bullet •  oplus ⊕  otimes ⊗  odot ⊙
  sum ∑  prod ∏  int ∫  oint ∮  surd √  partial ∂  nabla ∇  infty ∞  prime ′
  hbar ℏ  ell ℓ  Re ℜ  Im ℑ  aleph ℵ
  leq ≤  le ≤  geq ≥  ge ≥  neq ≠  ne ≠  ll ≪  gg ≫  lt <  gt >
  approx ≈  sim ∼  simeq ≃  cong ≅  equiv ≡  propto ∝  lesssim ≲  gtrsim ≳  perp ⊥  parallel ∥  mid ∣
  to →  rightarrow →  leftarrow ←  leftrightarrow ↔  longrightarrow ⟶  mapsto ↦
  Rightarrow ⇒  Leftarrow ⇐  Leftrightarrow ⇔  uparrow ↑  downarrow ↓  rightleftharpoons ⇌
  in ∈  notin ∉  ni ∋  subset ⊂  subseteq ⊆  supset ⊃  supseteq ⊇  cup ∪  cap ∩  setminus ∖  emptyset ∅
  forall ∀  exists ∃  neg ¬  wedge ∧  vee ∨  top ⊤  bot ⊥
  langle ⟨  rangle ⟩  lfloor ⌊  rfloor ⌋  lceil ⌈  rceil ⌉  vert |  Vert ‖
  colon :  mathsemicolon ;  angle ∠  triangle △  square □  diamond ⋄
  omicron ο  digamma ϝ  varkappa ϰ  epsilon ϵ  varepsilon ε  phi ϕ  varphi φ
  log log  ln ln  exp exp  sin sin  cos cos  tan tan  max max  min min  lim lim
  sup sup  inf inf  det det  dim dim  ker ker  mod mod  gcd gcd  deg deg
`

/** Abbreviations of astronomical journals, as defined by AASTeX and exported by the ADS. */
const journals = `
  aj AJ  apj ApJ  apjl ApJL  apjlett ApJL  apjs ApJS  apjsupp ApJS
  aap A&A  aaps A&AS  aapr A&A Rev.  araa ARA&A  mnras MNRAS  pasp PASP  pasj PASJ  pasa PASA
  nat Nature  apss Ap&SS  ssr Space Sci. Rev.  solphys Sol. Phys.  icarus Icarus  planss Planet. Space Sci.
  prl Phys. Rev. Lett.  pra Phys. Rev. A  prb Phys. Rev. B  prc Phys. Rev. C  prd Phys. Rev. D
  pre Phys. Rev. E  physrep Phys. Rep.  procspie Proc. SPIE  baas BAAS  jcap JCAP
  grl Geophys. Res. Lett.  jgr J. Geophys. Res.  gca Geochim. Cosmochim. Acta
  nar New A Rev.  na New A  psj PSJ  iaucirc IAU Circ.  memsai Mem. Soc. Astron. Italiana  ao Appl. Opt.
`

/** Commands that print a space. */
const spaces = String.raw`\ quad qquad space newline linebreak enspace par addspace hfill`.split(' ')

/** Commands that print nothing: places where a word or line may break, and layout. */
const silent = `/ - ! @ allowbreak nobreak relax protect noindent break null isdot autocap xspace
  left right limits displaystyle mathsurround`.split(/\s+/)

/** `aa å  AA Å` → `{aa: 'å', AA: 'Å'}`: two spaces or a line end separate the commands. */
function commandTable(text: string): Readonly<Record<string, string>> {
  const pairs = text.trim().split(/\s{2,}/)
  return Object.fromEntries(pairs.map(pair => [pair.replace(/ .*/, ''), pair.replace(/^\S+ /, '')]))
}

export const latexCommands: LatexCommands = {
  characters: {
    ...commandTable(letters),
    ...commandTable(mathematics),
    ...commandTable(journals),
    ...Object.fromEntries(spaces.map(name => [name, ' '])),
    ...Object.fromEntries(silent.map(name => [name, ''])),
    ' ': ' ',
    ',': '\u2009',
    thinspace: '\u2009',
    ':': '\u2005',
    ';': '\u2005',
    '>': '\u2005',
    nobreakspace: '\u00a0',
    backslash: '\\',
  },
  transparent: `mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal boldsymbol bm
    text textnormal mbox hbox fbox ensuremath operatorname underline uline overline textulc textls
    uppercase lowercase MakeUppercase MakeLowercase MakeCapital MakeSentenceCase
    ac acro acronym textlatin textgreek textcyr selectlanguage ensureascii path nolinkurl
    bar hat tilde vec dot ddot widehat widetilde phantom smash
    mkbibnamefamily mkbibnamegiven mkbibnameprefix mkbibnamesuffix mkbibsuperscript
    autocite parencite textcite footcite cite citetitle citeauthor`.split(/\s+/),
  switches: `rmfamily sffamily ttfamily upshape mdseries normalfont selectfont boldmath cal
    tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge`.split(/\s+/),
  functions: {
    frac: (above: string, below: string) => `${above}/${below}`,
    tfrac: (above: string, below: string) => `${above}/${below}`,
    dfrac: (above: string, below: string) => `${above}/${below}`,
    sqrt: (under: string) => `√${under}`,
    noopsort: (_key: string) => '',
    SortNoop: (_key: string) => '',
    hspace: (_length: string) => ' ',
    vspace: (_length: string) => ' ',
    ...Object.fromEntries(bibstringCommands.map(name => [name, (key: string) => bibstring(key) ?? key])),
    label: (_name: string) => '',
    mkbibparens: (text: string) => `(${text})`,
    mkbibbrackets: (text: string) => `[${text}]`,
    foreignlanguage: (_language: string, text: string) => text,
    textcolor: (_color: string, text: string) => text,
    color: (_color: string) => '',
    texorpdfstring: (tex: string, _plain: string) => tex,
    href: (_url: string, text: string) => text,
  },
}
