/**
 * Sets formulas with LuaLaTeX and unicode-math, one on a page, in the faces of Offprint: STIX Two Text and
 * STIX Two Math, loaded by file.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { unpackWoff2 } from '../../pipeline/tools/fonts/woff2.ts'
import { endMark, type ListedFormula, markOf } from './formula.ts'

const { resolve } = createRequire(import.meta.url)

const faces = {
  'text.ttf': '@fontsource/stix-two-text/files/stix-two-text-latin-400-normal.woff2',
  'text-italic.ttf': '@fontsource/stix-two-text/files/stix-two-text-latin-400-italic.woff2',
  'text-bold.ttf': '@fontsource/stix-two-text/files/stix-two-text-latin-700-normal.woff2',
  'math.ttf': '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
}

const preamble = String.raw`\documentclass[10pt]{article}
\usepackage[paperwidth=160mm,paperheight=60mm,margin=8mm]{geometry}
\usepackage{amsmath,mathtools}
\usepackage[math-style=TeX,bold-style=TeX,mathsf=sym]{unicode-math}
\usepackage[version=4]{mhchem}
\usepackage{siunitx}
\setmainfont{text.ttf}[BoldFont=text-bold.ttf,ItalicFont=text-italic.ttf]
\setmathfont{math.ttf}
\setlength{\parindent}{0pt}
\pagestyle{empty}
\begin{document}
`

/** True if LuaLaTeX can be started. */
export function hasLatex(): boolean {
  return spawnSync('lualatex', ['--version']).status === 0
}

/** `folder`: an empty folder for the files of LaTeX. Throws if LaTeX does not finish. */
export async function setByLatex(formulas: readonly ListedFormula[], folder: string): Promise<Uint8Array> {
  mkdirSync(folder, { recursive: true })
  for (const [name, face] of Object.entries(faces)) {
    writeFileSync(join(folder, name), await unpackWoff2(readFileSync(resolve(face))))
  }
  const pages = formulas.map(({ isDisplay, tex }, index) => {
    const [mark, open, close] = [markOf(index), ...(isDisplay ? ['\\[', '\\]'] : [' $', '$ '])]
    return `${mark}${open}${tex}${close}${endMark}\\newpage\n`
  })
  writeFileSync(join(folder, 'formulas.tex'), `${preamble}${pages.join('')}\\end{document}\n`)
  const { stdout } = spawnSync('lualatex', ['-interaction=nonstopmode', 'formulas.tex'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const errors = stdout.split('\n').filter(line => line.startsWith('!'))
  if (errors.length > 0) throw new Error(`LuaLaTeX reports: ${errors.join(' ')}`)
  return readFileSync(join(folder, 'formulas.pdf'))
}
