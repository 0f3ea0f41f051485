/**
 * An HTML page that needs no other file: head with security policy, metadata, fonts and style sheet, and the
 * given body. Articles and issues share it.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { cutFaces, type FontFace, fontFaceRules } from '../fonts/index.ts'
import type { Journal } from '../journal/index.ts'
import { toHtml } from '../tools/html.ts'
import { directionOf } from '../values/language.ts'

interface Page {
  /** Language tag (BCP 47). */
  readonly language: string
  readonly title: string
  /** Further elements of the head, after the title. */
  readonly metadata: readonly ElementContent[]
  readonly body: Element
  /** Text that the page shows and the body does not contain as text. */
  readonly hiddenText?: string
  readonly fonts: readonly FontFace[]
  readonly css: Journal['css']
  readonly allowed?: AllowedSources
}

/**
 * Exceptions from the rule that a page runs no script and loads no image (Content Security Policy Level 3).
 */
interface AllowedSources {
  /** Hash of the page's own script: `sha256-…`. */
  readonly script: string
  /** Sources of images: `data:`, `'self'`. */
  readonly images: readonly string[]
}

export async function renderPage({ language, title, metadata, body, ...page }: Page): Promise<Uint8Array> {
  const css = page.css.web
  const faces = await cutFaces(page.fonts, `${textOf(body)}${page.hiddenText ?? ''}${css}`)
  const tree = h(null, [
    { type: 'doctype' },
    h('html', { lang: language, dir: directionOf(language) }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: securityPolicy(page.allowed) }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
        ...metadata,
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('style', `${fontFaceRules(faces)}\n${withoutIndents(css)}`),
      ]),
      body,
    ]),
  ])
  return new TextEncoder().encode(toHtml(tree))
}

/** A backslash before the end of a line belongs to a string, which may contain white space. */
function withoutIndents(css: string): string {
  return css.replace(/(?<!\\)\n\s+/g, '\n')
}

/**
 * A Content Security Policy, under which the page loads nothing from elsewhere and runs only the allowed
 * script.
 */
function securityPolicy(allowed: AllowedSources | undefined): string {
  return [
    "default-src 'none'",
    ...(allowed ? [`script-src '${allowed.script}'`] : []),
    "style-src 'unsafe-inline'",
    ...(allowed ? [`img-src ${allowed.images.join(' ')}`] : []),
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
