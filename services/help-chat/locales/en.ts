import type { Translation } from '@modellregion/kernel/words'
import type { de } from './de.ts'
import { service } from './en/service.ts'
import { app } from './en/app.ts'
import { knowledge } from './en/knowledge.ts'
import { cases } from './en/case.ts'
import { desk } from './en/desk.ts'
import { deskCase } from './en/desk-case.ts'
import { thread } from './en/thread.ts'
import { office } from './en/office.ts'
import { attachment } from './en/attachment.ts'
import { notification } from './en/notification.ts'
import { statistics } from './en/statistics.ts'
import { blueprint } from './en/blueprint.ts'

export const en: Translation<typeof de> = {
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
