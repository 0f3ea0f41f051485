/**
 * The languages of code cells, as knitr and Jupyter name them. A fence `{name}` of any other name is no cell.
 */

const languages: ReadonlySet<string> = new Set([
  ...['r', 'rscript', 'python', 'python3', 'py', 'julia', 'bash', 'sh', 'zsh', 'sql', 'mysql', 'psql'],
  ...['stan', 'rcpp', 'c', 'cc', 'fortran', 'fortran95', 'go', 'haskell', 'java', 'matlab', 'octave', 'perl'],
  ...['php', 'ruby', 'rust', 'scala', 'sas', 'spss', 'stata', 'awk', 'gawk', 'sed', 'groovy', 'js'],
  ...[
    'javascript',
    'node',
    'ojs',
    'd3',
    'coffee',
    'webr',
    'webr-r',
    'pyodide',
    'pyodide-python',
    'shinylive-r',
  ],
  ...[
    'shinylive-python',
    'css',
    'sass',
    'scss',
    'cat',
    'comment',
    'tikz',
    'asy',
    'dot',
    'graphviz',
    'mermaid',
  ],
])

/** Their text is a drawing, and says as text what the drawing would. */
const drawings: ReadonlySet<string> = new Set(['dot', 'graphviz', 'mermaid', 'tikz', 'asy'])

export function isCellLanguage(name: string): boolean {
  return languages.has(name)
}

export function isDrawingLanguage(name: string): boolean {
  return drawings.has(name)
}
