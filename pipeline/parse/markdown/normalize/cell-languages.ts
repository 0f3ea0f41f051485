/**
 * The languages of code cells, as knitr and Jupyter name them. A fence with any other name in braces is not a
 * code cell.
 */

// biome-ignore format: several names a line
const languages: ReadonlySet<string> = new Set([
  'r', 'rscript', 'python', 'python3', 'py', 'julia', 'bash', 'sh', 'zsh', 'sql', 'mysql', 'psql',
  'stan', 'rcpp', 'c', 'cc', 'fortran', 'fortran95', 'go', 'haskell', 'java', 'matlab', 'octave', 'perl',
  'php', 'ruby', 'rust', 'scala', 'sas', 'spss', 'stata', 'awk', 'gawk', 'sed', 'groovy', 'js',
  'javascript', 'node', 'ojs', 'd3', 'coffee', 'webr', 'webr-r', 'pyodide', 'pyodide-python',
  'shinylive-r', 'shinylive-python', 'css', 'sass', 'scss', 'cat', 'comment',
  'tikz', 'asy', 'dot', 'graphviz', 'mermaid',
])

/** Languages in which code describes a drawing. The code can be read in place of the missing drawing. */
const drawingLanguages: ReadonlySet<string> = new Set(['dot', 'graphviz', 'mermaid', 'tikz', 'asy'])

export function isCellLanguage(name: string): boolean {
  return languages.has(name)
}

export function isDrawingLanguage(name: string): boolean {
  return drawingLanguages.has(name)
}
