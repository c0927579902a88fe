import { service } from './de-x-leicht/service.ts'
import { app } from './de-x-leicht/app.ts'
import { knowledge } from './de-x-leicht/knowledge.ts'
import { cases } from './de-x-leicht/case.ts'
import { desk } from './de-x-leicht/desk.ts'
import { thread } from './de-x-leicht/thread.ts'
import { office } from './de-x-leicht/office.ts'
import { attachment } from './de-x-leicht/attachment.ts'
import { notification } from './de-x-leicht/notification.ts'
import { statistics } from './de-x-leicht/statistics.ts'
import { blueprint } from './de-x-leicht/blueprint.ts'

export const leicht = {
  ...service,
  ...app,
  ...knowledge,
  ...cases,
  ...desk,
  ...thread,
  ...office,
  ...attachment,
  ...notification,
  ...statistics,
  ...blueprint,
}
