import { harvest } from './en/harvest.ts'
import { statistics } from './en/statistics.ts'
import { api } from './en/api.ts'
import { browse } from './en/browse.ts'
import { dataset } from './en/dataset.ts'
import { list } from './en/list.ts'
import { quality } from './en/quality.ts'
import { refusals } from './en/refusals.ts'
import { service } from './en/service.ts'

export const en = { ...api, ...service, ...browse, ...statistics, ...harvest, ...list, ...dataset, ...quality, ...refusals }
