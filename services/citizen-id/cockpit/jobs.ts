import { Type } from 'typebox'
import { defineJob, speak, type JobRun } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { insertNotice } from '../level/queries.ts'
import { homeOf } from '../provider/instances.ts'
import { deletePersonForGood } from './delete-person.ts'
import { deletionDay, unusedSince, unusedStep } from './inactivity.ts'
import { listUnused, lockUnused, raiseNotices, type UnusedPerson } from './queries.ts'

const atOnce = 500

/** Every night: accounts that nobody has used for 22 and 23 months get a notice, after 24 months they go. Before the platform's own retention. */
export const inactivityJob = defineJob({
  name: 'citizen-id.inactivity',
  payload: Type.Object({}),
  schedule: '10 2 * * *',
  oneAtATime: true,
  timeoutSeconds: 3_600,
  run: async (job) => {
    let last: UnusedPerson | undefined
    let [noticed, deleted] = [0, 0]
    do {
      const people: UnusedPerson[] = await job.read((db) => listUnused(db, unusedSince(job.now), last, atOnce))
      for (const person of people) {
        job.signal.throwIfAborted()
        const step = unusedStep(person, job.now)
        if (step === 'delete') deleted += await end(job, person)
        else if (step !== undefined) noticed += await notify(job, person, step)
      }
      last = people.length === atOnce ? people.at(-1) : undefined
    } while (last)
    job.progress(1, undefined, { noticed, deleted })
  },
})

// Row, count and letter in one transaction: said once, or not at all. Without an address the account itself says it at the next sign-in.
async function notify({ platform, tenant, now, write }: JobRun<unknown>, person: UnusedPerson, kind: 'unused-1' | 'unused-2'): Promise<number> {
  const day = new Date(Math.max(deletionDay(person.lastUsedAt).getTime(), now.getTime() + (kind === 'unused-1' ? 56 : 28) * 86_400_000))
  const to = person.emailVerifiedAt === null ? null : person.email
  return await write(async (db) => {
    if ((await raiseNotices(db, person.id, person.notices, person.lastUsedAt)) === 0) return 0
    await insertNotice(db, { personId: person.id, kind, about: person.id, dueAt: day, mailed: to !== null })
    if (to === null) return 1
    const t = speak(words, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
    const text = t('cockpit.mail-unused', { town: `${tenant.kind} ${tenant.name}`, since: person.lastUsedAt, day, link: `${homeOf(platform, tenant)}/sign-in?return=%2Fcitizen-id` })
    await platform.mailer.send(db, { to, subject: t('cockpit.mail-unused-subject', { day }), text })
    return 1
  })
}

async function end({ platform, tenant, now, write }: JobRun<unknown>, person: UnusedPerson): Promise<number> {
  if (!(await write((db) => lockUnused(db, person.id, person.lastUsedAt)))) return 0
  await deletePersonForGood({ platform, tenant, origin: homeOf(platform, tenant), now }, person, 'unused')
  return 1
}
