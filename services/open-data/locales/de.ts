import { harvest } from './de/harvest.ts'
import { statistics } from './de/statistics.ts'
import { api } from './de/api.ts'
import { browse } from './de/browse.ts'
import { dataset } from './de/dataset.ts'
import { list } from './de/list.ts'
import { quality } from './de/quality.ts'
import { refusals } from './de/refusals.ts'
import { service } from './de/service.ts'

export const de = { ...api, ...service, ...browse, ...statistics, ...harvest, ...list, ...dataset, ...quality, ...refusals }
