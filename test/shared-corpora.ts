export { hasShared, shared } from './needs.ts'
