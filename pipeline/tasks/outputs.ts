/**
 * The list of outputs: every form of the article that a build can write, one row each. The choices of `--to`,
 * its help, the names of the files and the start of a browser follow from it. A row loads what makes its file
 * only when it is asked for, so that the list itself is cheap to read.
 */
import type { Root } from 'hast'
import type { FontFace } from '../fonts/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Article, Manuscript } from '../model/article.ts'
import type { Addresses } from '../render/index.ts'
import { plainData } from './plain-data.ts'
import type { Printing } from './print-pages.ts'

/** What the stages have made of one manuscript. */
interface Product {
  readonly manuscript: Manuscript
  readonly article: Article
  readonly journal: Journal
  /** The article as HTML, for pages and web alike. */
  readonly root: Root
  readonly fonts: readonly FontFace[]
  readonly addresses: Addresses
  /** The name of the PDF beside the web edition, if there is one. */
  readonly pdf?: string | undefined
  /** Large images of the web edition: inside the page, or files beside it. */
  readonly images: 'inside' | 'beside'
  /** The printed pages. Present if an output that is asked for needs pages. */
  readonly printing?: Printing | undefined
}

interface MadeFiles {
  readonly bytes: Uint8Array
  /** Further files that the output refers to: path beside it → bytes. */
  readonly beside?: ReadonlyMap<string, Uint8Array>
}

type Make<Input> = (product: Input) => MadeFiles | Promise<MadeFiles>

type Output = {
  /** The extension of the file, which is called `<slug>.<extension>`. */
  readonly extension: string
  /** What the file contains, in one line for the help of the command line. */
  readonly contents: string
} & (
  | { readonly needs: 'article' | 'tree'; readonly make: Make<Product> }
  /** Pages need a browser. */
  | { readonly needs: 'pages'; readonly make: Make<Product & { readonly printing: Printing }> }
)

export type Format = 'manuscript' | 'article' | 'hast' | 'pages' | 'html' | 'pdf' | 'jats'

/**
 * Files are made in this order: the web edition before the PDF, so that it is made while the browser prints.
 */
export const outputs: Readonly<Record<Format, Output>> = {
  manuscript: {
    extension: 'manuscript.json',
    contents: 'what the manuscript says, as JSON',
    needs: 'article',
    make: ({ manuscript }) => ({ bytes: plainData(manuscript) }),
  },
  article: {
    extension: 'article.json',
    contents: 'the article with numbers, citations and references decided, as JSON',
    needs: 'article',
    make: ({ article }) => ({ bytes: plainData(article) }),
  },
  hast: {
    extension: 'hast.json',
    contents: 'the tree of the HTML, as JSON',
    needs: 'tree',
    make: ({ root }) => ({ bytes: plainData(root) }),
  },
  pages: {
    extension: 'pages.json',
    contents: 'the place of everything on the pages, as JSON',
    needs: 'pages',
    make: ({ printing }) => ({ bytes: plainData(printing.pages) }),
  },
  html: {
    extension: 'html',
    contents: 'the web edition',
    needs: 'tree',
    make: async product => {
      const { imagesBeside, renderHtml } = await import('../render/index.ts')
      const isBeside = product.images === 'beside'
      const { root, files } = isBeside
        ? imagesBeside(product.root, product.article)
        : { root: product.root, files: new Map() }
      const bytes = await renderHtml({ ...product, root, hasImagesBeside: files.size > 0 })
      return { bytes, beside: files }
    },
  },
  jats: {
    extension: 'xml',
    contents: 'the article and its images as archives take them (JATS 1.3)',
    needs: 'article',
    make: async ({ article, journal }) => {
      const { renderJats } = await import('../deposit/index.ts')
      const { xml, graphics } = renderJats(article, journal)
      return { bytes: xml, beside: graphics }
    },
  },
  pdf: {
    extension: 'pdf',
    contents: 'the pages',
    needs: 'pages',
    make: async ({ printing }) => ({ bytes: (await printing.finish()).bytes }),
  },
}

// The cast is safe: the keys of the list are the formats.
export const formats = Object.keys(outputs) as Format[]

export function needsPages(format: Format): boolean {
  return outputs[format].needs === 'pages'
}

/** Does the work for an output. Undefined if it failed, which is then reported already. */
type Attempt = <T>(stage: string, work: () => Promise<T>) => Promise<T | undefined>

/**
 * Makes the files. Returns name → bytes of every file that `wanted` asks for, in the order of the list.
 * `attempt`: decides whether the other files are made if one fails. Default: it throws.
 */
export async function makeOutputs(
  wanted: readonly Format[],
  product: Product,
  attempt: Attempt = (_stage, work) => work(),
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const format of formats.filter(name => wanted.includes(name))) {
    const made = await attempt(`render ${format}`, () => make(outputs[format], product))
    if (!made) continue
    const { bytes, beside = [] } = made
    for (const [path, data] of beside) files.set(path, data)
    files.set(`${product.article.slug}.${outputs[format].extension}`, bytes)
  }
  return files
}

async function make(output: Output, product: Product): Promise<MadeFiles> {
  if (output.needs !== 'pages') return await output.make(product)
  const { printing } = product
  if (!printing) throw new Error('Pages are asked for, but were not printed.')
  return await output.make({ ...product, printing })
}
