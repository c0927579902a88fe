export { hint, type Ear, type Live } from './hints.ts'
