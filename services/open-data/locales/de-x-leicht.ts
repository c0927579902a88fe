import { browse } from './de-x-leicht/browse.ts'
import { dataset } from './de-x-leicht/dataset.ts'
import { list } from './de-x-leicht/list.ts'
import { service } from './de-x-leicht/service.ts'
import { load } from './de-x-leicht/load.ts'
import { store } from './de-x-leicht/store.ts'
import { token } from './de-x-leicht/token.ts'
import { edit } from './de-x-leicht/edit.ts'
import { check } from './de-x-leicht/check.ts'
import { upkeep } from './de-x-leicht/upkeep.ts'
import { review } from './de-x-leicht/review.ts'
import { scan } from './de-x-leicht/scan.ts'
import { feed } from './de-x-leicht/feed.ts'
import { version } from './de-x-leicht/version.ts'
import { explore } from './de-x-leicht/explore.ts'
import { request } from './de-x-leicht/request.ts'
import { discussion } from './de-x-leicht/discussion.ts'
import { follow } from './de-x-leicht/follow.ts'
import { hackday } from './de-x-leicht/hackday.ts'
import { series } from './de-x-leicht/series.ts'

export const leicht = {
  ...service,
  ...browse,
  ...list,
  ...dataset,
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
