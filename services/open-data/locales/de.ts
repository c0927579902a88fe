import { list } from './de/list.ts'
import { service } from './de/service.ts'

export const de = { ...service, ...list }
