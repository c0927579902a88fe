import { service } from './de/service.ts'

export const de = { ...service }
