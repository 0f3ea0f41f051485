/** The child of `build-in-child.ts`: one build; what came of it as JSON on the standard output. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/index.ts'
import { severityOf } from '../../pipeline/model/diagnostics.ts'
import { library } from '../../test/build-article.ts'
import { partsOf, wordsOf } from './parts.ts'

const [path = '', output = ''] = process.argv.slice(2)
const { files, outputs, pageCount } = await build(
  { path, library, formats: ['html', 'pdf'], output },
  diskHost,
)
const root = statSync(path).isFile() ? dirname(path) : path
const html = [...outputs].find(([name]) => name.endsWith('.html'))?.[1]
const text = html && new TextDecoder().decode(html)
const texts = files.map(file => file.path).filter(one => /\.(md|qmd|rmd)$/i.test(one) && existsSync(one))
process.stdout.write(
  JSON.stringify({
    messages: messageLines(files, root).filter(line => !line.startsWith(' ')),
    errors: files.flatMap(file => file.messages).filter(one => severityOf(one) === 'error').length,
    pages: pageCount ?? 0,
    words: text === undefined ? [] : wordsOf(text, 'text'),
    abstract: text === undefined ? [] : wordsOf(text, 'abstract'),
    parts: text === undefined ? undefined : partsOf(text),
    source: texts.length === 1 ? readFileSync(texts[0] ?? '', 'utf8') : undefined,
  }),
)
