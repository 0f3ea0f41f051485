/** Directives and roles → what they stand for (`parse/directives/`, `parse/roles/`). */
import { readDirective } from '../directives/index.ts'
import { readRole } from '../roles/index.ts'
import type { Branch } from './branches.ts'

export function readMyst(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'directive' || child.type === 'role')) return
  branch.children = branch.children.flatMap(child => {
    if (child.type === 'directive') return readDirective(child)
    return child.type === 'role' ? readRole(child) : [child]
  })
}
