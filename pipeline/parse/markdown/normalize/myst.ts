/** MyST's directives and roles → the nodes that they stand for (`myst/directives/`, `myst/roles/`). */
import { readDirective } from '../myst/directives/index.ts'
import { readRole } from '../myst/roles/index.ts'
import type { Branch } from '../tree/branches.ts'

export function readMyst(branch: Branch): void {
  if (!branch.children.some(child => child.type === 'directive' || child.type === 'role')) return
  branch.children = branch.children.flatMap(child => {
    if (child.type === 'directive') return readDirective(child)
    return child.type === 'role' ? readRole(child) : [child]
  })
}
