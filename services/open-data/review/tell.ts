import { Type } from 'typebox'
import { defineJob, enqueue, findAccount, speak, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { getReview } from './queries.ts'
import { reviewPath } from './shown.ts'

const news = ['handed-on', 'returned', 'accepted', 'refused', 'released', 'outdated'] as const
type News = (typeof news)[number]

/** Tells the author by mail where the draft stands. The letter names the dataset and leads to its page; reasons stay in the portal. */
export const tellJob = defineJob({
  name: 'open-data.review-tell',
  payload: Type.Object({ review: Type.String({ format: 'uuid' }), news: Type.Enum([...news]) }),
  run: async ({ platform, tenant, payload, read, write, now }) => {
    const review = await read((db) => getReview(db, payload.review))
    const { submittedBy } = review
    if (submittedBy === null) return
    const author = await platform.database.unit({ tenant: tenant.id, service: 'platform', access: 'read', now }, (db) => findAccount(db, submittedBy))
    if (!author || author.email === null || author.disabledAt !== null) return
    const { email: to } = author
    const t = speak(words, { locale: 'de', form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
    const text = t('review.mail', { state: t(`review.mail-${payload.news}`, { title: review.title }), town: `${tenant.kind} ${tenant.name}`, link: `${originOf(platform, tenant)}${reviewPath(review.draftId)}` })
    await write((db) => platform.mailer.send(db, { to, subject: t('review.mail-subject', { title: review.title }), text }))
  },
})

/** Orders the letter in this unit of work, once for each step. */
export const tellAuthor = (db: UnitOfWork, review: string, news: News): Promise<string> => enqueue(db, tellJob, { review, news }, { once: `${review} ${news}` })

const originOf = ({ config }: Platform, { id, hosts }: Tenant): string => `${config.https ? 'https' : 'http'}://${hosts[0] ?? `${id}.localhost:${config.port}`}`
