import { dataset } from './de/dataset.ts'
import { list } from './de/list.ts'
import { quality } from './de/quality.ts'
import { refusals } from './de/refusals.ts'
import { service } from './de/service.ts'

export const de = { ...service, ...list, ...dataset, ...quality, ...refusals }
