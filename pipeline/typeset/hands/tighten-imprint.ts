/** A hand in the browser: takes the white space between the paragraphs of the imprint (`is-tight`). */
import type { Dom } from './dom.ts'

export function tightenImprint(dom: Dom): void {
  for (const imprint of dom.all('.imprint')) imprint.classList.add('is-tight')
}
