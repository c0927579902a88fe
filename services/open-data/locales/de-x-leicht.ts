import { browse } from './de-x-leicht/browse.ts'
import { dataset } from './de-x-leicht/dataset.ts'
import { list } from './de-x-leicht/list.ts'
import { service } from './de-x-leicht/service.ts'

export const leicht = { ...service, ...browse, ...list, ...dataset }
