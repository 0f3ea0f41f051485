/**
 * `\listoffigures` and its kin ask for lists that journals do not print: paragraphs that say nothing else are
 * no text.
 */
import type { Branch } from './branches.ts'

export function generatedLists(branch: Branch): void {
  branch.children = branch.children.filter(child => {
    if (child.type !== 'paragraph' || !child.children.every(node => node.type === 'text')) return true
    const text = child.children.map(node => (node.type === 'text' ? node.value : '')).join('')
    return !/^(?:\\(?:listof(?:figures|tables|listings)|tableofcontents)(?:\{\})?\s*)+$/.test(text)
  })
}
