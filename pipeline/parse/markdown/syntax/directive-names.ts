/**
 * The names of directives, and the form of their argument and body. A name in braces that is a programming
 * language does not begin a directive, but code that R Markdown or Quarto would run. Any other name is an
 * unknown directive, whose argument and body are kept as plain text.
 */

export interface DirectiveForm {
  /** What the line after the name has. `text`: Markdown. `plain`: an address, a language, … */
  readonly argument: 'text' | 'plain'
  /** What the body has. `markdown`: blocks. `plain`: code, data, … */
  readonly body: 'markdown' | 'plain'
}

const titled: DirectiveForm = { argument: 'text', body: 'markdown' }
const addressed: DirectiveForm = { argument: 'plain', body: 'markdown' }
const captionedData: DirectiveForm = { argument: 'text', body: 'plain' }
const plain: DirectiveForm = { argument: 'plain', body: 'plain' }

const admonitions =
  'note tip hint important warning attention caution danger error seealso admonition dropdown details aside margin sidebar topic'
const boxes = 'card grid grid-item grid-item-card tab-set tab-item div block container hlist'
/** Directives of Sphinx for remarks. */
const remarks = 'todo versionadded versionchanged deprecated'
const quotations = 'epigraph pull-quote blockquote highlights'
const theorems =
  'algorithm assumption axiom conjecture corollary criteria criterion definition example exercise lemma observation property proposition remark solution theorem'
const proofs = 'proof prf:proof proof:proof'
const prefixed = theorems
  .split(' ')
  .flatMap(kind => [`prf:${kind}`, `proof:${kind}`])
  .join(' ')

const forms: ReadonlyMap<string, DirectiveForm> = new Map([
  ...entries(`${admonitions} ${boxes} ${quotations} ${theorems} ${proofs} ${prefixed}`, titled),
  ...entries(remarks, titled),
  ...entries('exercise-start exercise-end solution-start solution-end', titled),
  ...entries('only ifconfig button', addressed),
  ...entries('table list-table glossary', titled),
  ...entries('csv-table', captionedData),
  ...entries('figure figure-md image iframe embed video', addressed),
  ...entries('rubric centered', titled),
  ...entries(
    'math code code-block sourcecode code-cell myst raw raw:latex raw:tex raw:typst raw:html',
    plain,
  ),
  ...entries('bibliography index toctree tableofcontents toc contents', plain),
])

/** Languages of knitr and Quarto, which write code to be run as ```` ```{r} ````. */
const languages: ReadonlySet<string> = new Set(
  'asis awk bash c cat clojure coffee comment cpp css dot eval fortran go graphviz groovy haskell html java javascript js julia latex lua make matlab mermaid node objc observable octave ojs perl php powershell psql py python python3 q r rcpp rmd ruby rust sas sass scala scss sed sh shell sql stan stata svg swift tikz ts typescript verbatim webr pyodide zsh'.split(
    ' ',
  ),
)

/** The form of the directive `name`. Returns undefined if `name` is a programming language. */
export function directiveForm(name: string): DirectiveForm | undefined {
  return forms.get(name) ?? (languages.has(name.toLowerCase()) ? undefined : plain)
}

function entries(names: string, form: DirectiveForm): [string, DirectiveForm][] {
  return names.split(' ').map(name => [name, form])
}
