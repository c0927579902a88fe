import { harvest } from './en/harvest.ts'
import { statistics } from './en/statistics.ts'
import { api } from './en/api.ts'
import { browse } from './en/browse.ts'
import { dataset } from './en/dataset.ts'
import { list } from './en/list.ts'
import { quality } from './en/quality.ts'
import { refusals } from './en/refusals.ts'
import { service } from './en/service.ts'
import { load } from './en/load.ts'
import { store } from './en/store.ts'
import { token } from './en/token.ts'
import { edit } from './en/edit.ts'
import { check } from './en/check.ts'
import { upkeep } from './en/upkeep.ts'
import { review } from './en/review.ts'
import { scan } from './en/scan.ts'
import { feed } from './en/feed.ts'
import { version } from './en/version.ts'
import { explore } from './en/explore.ts'
import { request } from './en/request.ts'
import { discussion } from './en/discussion.ts'
import { follow } from './en/follow.ts'
import { hackday } from './en/hackday.ts'
import { series } from './en/series.ts'
import { office } from './en/office.ts'
import { publish } from './en/publish.ts'

export const en = {
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
