import { harvest } from './de/harvest.ts'
import { statistics } from './de/statistics.ts'
import { api } from './de/api.ts'
import { browse } from './de/browse.ts'
import { dataset } from './de/dataset.ts'
import { list } from './de/list.ts'
import { quality } from './de/quality.ts'
import { refusals } from './de/refusals.ts'
import { service } from './de/service.ts'
import { load } from './de/load.ts'
import { store } from './de/store.ts'
import { token } from './de/token.ts'
import { edit } from './de/edit.ts'
import { check } from './de/check.ts'
import { upkeep } from './de/upkeep.ts'
import { review } from './de/review.ts'
import { scan } from './de/scan.ts'
import { feed } from './de/feed.ts'
import { version } from './de/version.ts'
import { explore } from './de/explore.ts'
import { request } from './de/request.ts'
import { discussion } from './de/discussion.ts'
import { follow } from './de/follow.ts'
import { hackday } from './de/hackday.ts'
import { series } from './de/series.ts'
import { office } from './de/office.ts'
import { publish } from './de/publish.ts'

export const de = {
  ...api,
  ...service,
  ...browse,
  ...statistics,
  ...harvest,
  ...list,
  ...dataset,
  ...quality,
  ...refusals,
  ...office,
  ...publish,
  ...load,
  ...store,
  ...token,
  ...edit,
  ...check,
  ...upkeep,
  ...review,
  ...scan,
  ...feed,
  ...version,
  ...explore,
  ...request,
  ...discussion,
  ...follow,
  ...hackday,
  ...series,
}
