import { service } from './de/service.ts'
import { app } from './de/app.ts'
import { knowledge } from './de/knowledge.ts'
import { cases } from './de/case.ts'
import { desk } from './de/desk.ts'
import { deskCase } from './de/desk-case.ts'
import { thread } from './de/thread.ts'
import { office } from './de/office.ts'
import { attachment } from './de/attachment.ts'
import { notification } from './de/notification.ts'
import { statistics } from './de/statistics.ts'
import { blueprint } from './de/blueprint.ts'

export const de = {
  ...service,
  ...app,
  ...knowledge,
  ...cases,
  ...desk,
  ...deskCase,
  ...thread,
  ...office,
  ...attachment,
  ...notification,
  ...statistics,
  ...blueprint,
}
