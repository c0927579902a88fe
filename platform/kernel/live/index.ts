export type { Ear, Live } from './hints.ts'
