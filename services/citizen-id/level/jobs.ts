import { Type } from 'typebox'
import { defineJob, newId, speak, type JobRun, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { insertLevelEvent } from '../person/queries.ts'
import { homeOf } from '../provider/instances.ts'
import { insertNotice, listExpiries, lockReader } from './queries.ts'
import { noticeWindow, overWindow, stageOf } from './reminders.ts'
import type { Expiry } from './schema.ts'

const day = 86_400_000
const atOnce = 5_000

/**
 * Every night: what has ended is written into the history, and people are reminded of what ends soon. Counts nowhere; the
 * rules know it before. Each is said once: the row and the letter come in one transaction.
 */
export const levelExpiryJob = defineJob({
  name: 'citizen-id.level-expiry',
  payload: Type.Object({}),
  schedule: '50 1 * * *',
  oneAtATime: true,
  timeoutSeconds: 3_600,
  run: async (job) => {
    const { now, signal, read, write } = job
    const after = new Date(now.getTime() - overWindow * day)
    const before = new Date(now.getTime() + noticeWindow * day)
    const people = byPerson(await read((db) => listExpiries(db, { after, before, size: atOnce })))
    for (const [personId, ends] of people) {
      signal.throwIfAborted()
      await write((db) => tellPerson(db, job, personId, ends))
    }
  },
})

function byPerson(ends: readonly Expiry[]): Map<string, Expiry[]> {
  const people = new Map<string, Expiry[]>()
  for (const end of ends) people.set(end.personId, [...(people.get(end.personId) ?? []), end])
  return people
}

// One letter for everything that is new tonight: the proof and the devices it has lifted mostly end together.
async function tellPerson(db: UnitOfWork, { platform, tenant, now }: Pick<JobRun<unknown>, 'platform' | 'tenant' | 'now'>, personId: string, ends: readonly Expiry[]): Promise<void> {
  const reader = await lockReader(db, personId)
  if (!reader) return
  const to = reader.emailVerifiedAt === null ? null : reader.email
  const news: Expiry[] = []
  for (const end of ends) {
    const kind = stageOf(end, now)
    if (kind === undefined || (await insertNotice(db, { personId, kind, about: end.about, dueAt: end.until, mailed: to !== null })) === 0) continue
    if (kind === 'level-over') await insertLevelEvent(db, { id: newId(now), personId, level: 'low', cause: 'expired', until: end.until, ...(end.device !== null && { credentialId: end.about }) })
    news.push(end)
  }
  const [first] = news
  if (!first || to === null) return
  const t = speak(words, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
  const lines = news.map((end) => t(end.until <= now ? 'level.mail-line-over' : 'level.mail-line', { what: end.device === null ? t('level.proof') : t('level.device', { name: end.device }), level: t(`level.${end.level}`), at: end.until }))
  const text = t('level.mail-text', { town: `${tenant.kind} ${tenant.name}`, lines: lines.join('\n'), link: `${homeOf(platform, tenant)}/citizen-id/level` })
  await platform.mailer.send(db, { to, subject: t(first.until <= now ? 'level.mail-subject-over' : 'level.mail-subject'), text })
}
