/** Rules about the printed pages. */
import type { RuleGuide } from './guide.ts'

/** A sum that is wider than the columns of most journals. */
const sum = `${[...'abcdefghijklmnopqrstuvwxyz'].join(' + ')} + ${[...'ABCDEFGH'].join(' + ')}`

export const pageRules = {
  'box-overflow': {
    why: 'The box reaches into the margin or beyond the page, and part of it may be cut off.',
    outputs: 'pdf',
    at: 'text',
    wrong: `| A | B |\n|---|---|\n| \`${'a'.repeat(400)}\` | b |`,
    right: '| A | B |\n|---|---|\n| `a` | b |',
  },
  'box-scaled': {
    why: 'Small letters are hard to read. Make the table or formula narrower, or give it the width of the page.',
    outputs: 'pdf',
    at: 'text',
    wrong: `$$ \\boxed{${sum.slice(0, 80)}} = 0 $$`,
    right: '$$\n\\begin{aligned} a &+ b + c + d \\\\ &+ e + f = 0 \\end{aligned}\n$$',
  },
  'browser-failed': {
    why: 'The article has no PDF. The web edition, and the other articles of an issue, are made.',
    outputs: 'pdf',
    at: 'none',
    remark:
      'If there is a browser, the computer may have had too little memory: build the article again alone.',
  },
  'browser-old': {
    why: 'Lines and pages may come out differently, or something may be missing.',
    outputs: 'pdf',
    at: 'none',
    remark: 'Update the browser, or let `offprint setup` download one.',
  },
  'line-loose': {
    why: 'The line has a gap at its end, because the next word is too long and cannot be divided.',
    outputs: 'pdf',
    at: 'text',
    wrong: 'A word such as `a_name_of_forty_letters_without_any_break` may not fit.',
    right: 'A word such as `a_short_name` fits.',
  },
  'line-overfull': {
    why: 'Part of the line is smaller than the rest, or reaches beyond its column.',
    outputs: 'pdf',
    at: 'text',
    wrong: `It is $\\boxed{${sum}}$ in a line.`,
    right: `It is in a line of its own: $$ ${sum} $$`,
  },
  'margin-crowded': {
    why: 'The note is not where readers look for it.',
    outputs: 'pdf',
    at: 'text',
    wrong: 'Many notes [One.]{.aside} in [Two.]{.aside} one [Three.]{.aside} line.',
    right: 'One note [One.]{.aside} in a line.',
  },
  'limit-reached': {
    why: 'Files of others may be made to take hours. The other articles of an issue are made, and the web edition if only the pages took too much.',
    at: 'none',
    remark:
      'Look at what the message calls large. If the article needs it, allow more with `--limit-cpu` (seconds) and `--limit-memory` (MB), or with `OFFPRINT_LIMIT_CPU` and `OFFPRINT_LIMIT_MEMORY`.',
  },
  'page-lost': {
    why: 'Text of the manuscript is not on the pages, or is in the wrong place.',
    outputs: 'pdf',
    at: 'none',
    remark:
      'This is a fault of Offprint, which checks every PDF against the manuscript. Do not publish the PDF; report the fault with the manuscript.',
  },
  'page-reference-unsettled': {
    why: 'Printing the number of the page moves the text to another page, which changes the number.',
    outputs: 'pdf',
    at: 'none',
    remark: 'Change a few words near the reference, or refer to a section or figure instead of a page.',
  },
  'stage-failed': {
    why: 'Outputs that do not need the failed stage, and the other articles of an issue, are made.',
    at: 'none',
    remark:
      'This is a fault of Offprint. Report it with the file that the message names: it has the place in the program and quotes nothing of the manuscript.',
  },
  'text-lost': {
    why: 'Text of the manuscript is in none of the outputs.',
    at: 'none',
    remark:
      'This is a fault of Offprint, which compares every article with its manuscript. Do not publish the article; report the fault with the manuscript.',
  },
} as const satisfies Record<string, RuleGuide>
