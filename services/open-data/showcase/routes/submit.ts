import { Type } from 'typebox'
import { audit, fileAnswer, forgetFile, get, getFile, kernelWords, newId, NotFound, page, post, receiveFile, recordFile, seeOther, title, type Answer, type Ask, type FormErrors, type ReceivedFile, type UnitOfWork } from '@modellregion/kernel'
import { listSummaries } from '../../dataset/queries.ts'
import { slugOf } from '../../dataset/record.ts'
import { formPage, formProps, refusedPage, sentencesOf } from '../../form/form.ts'
import type { FormState } from '../../form/props.ts'
import { words } from '../../locales/index.ts'
import { staffPage } from '../../staff/menu.ts'
import { findByName } from '../../request/names.ts'
import { datasetNames } from '../../request/rules.ts'
import { DecidePage } from '../pages/decide.tsx'
import { SubmitPage } from '../pages/submit.tsx'
import * as queries from '../queries.ts'
import { ReturnForm, SubmitForm, type Submission } from '../schema.ts'

const heading = title(words, 'showcase.submit')
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const subject = (db: UnitOfWork, { id }: { id: string }): Promise<Submission> => queries.getSubmission(db, id)
const decide = { access: 'showcase.decide', params: ById, subject, title: title(words, 'showcase.decide') } as const
const pictureLimit = 2_000_000
const pictureTypes = ['image/png', 'image/jpeg', 'image/webp']

/** People show what they made; an editor reads it before everybody does. */
export const submitRoutes = [
  get('/open-data/showcase/new', { access: 'showcase.submit', query: Type.Object({ sent: Type.Optional(Type.String()) }, { additionalProperties: true }), title: heading }, async (ask) => await showForm(ask, {}, ask.query.sent !== undefined)),

  post('/open-data/showcase', { access: 'showcase.submit', title: heading, bodyLimit: 3_000_000, rate: { max: 20, per: 'hour' } }, async (ask) => {
    const t = ask.say(words)
    const picture = await receivePicture(ask)
    const read = ask.form(SubmitForm)
    const errors = { ...(read.ok ? {} : mended(ask, sentencesOf(ask, 'showcase', read.errors), read.errors)), ...(picture.error !== undefined && { picture: picture.error }) }
    if (!read.ok || picture.error !== undefined) return await showForm(ask, { typed: read.typed, errors })
    const { value, typed } = read
    if (picture.file && value.pictureText === undefined) return await showForm(ask, { typed, errors: { pictureText: t('open-data.showcase.picture-text-missing') } })
    const id = newId(ask.now)
    const unknown = await ask.write((db) => keepSubmission(db, id, value, picture.file))
    if (unknown !== undefined) return await showForm(ask, { typed, errors: { datasets: t('open-data.showcase.dataset-unknown', { name: unknown }) } })
    return seeOther('/open-data/showcase/new?sent=1')
  }),

  get('/open-data/showcase/:name/picture', { access: 'anyone', params: Type.Object({ name: Type.String({ maxLength: 120 }) }), cacheFor: 3_600, api: { summary: 'Picture of an application.', tag: 'Showcases' } }, async (ask) => {
    const file = await ask.read(async (db) => {
      const showcase = await queries.findShowcase(db, ask.params.name)
      if (!showcase?.pictureFile) throw new NotFound()
      return await getFile(db, showcase.pictureFile)
    })
    return await fileAnswer(ask.platform.files, file, ask.headers, { inline: true })
  }),

  get('/open-data/showcase/decide/:id', decide, async (ask) => await showDecision(ask, {})),
  get('/open-data/showcase/decide/:id/picture', { ...decide, api: { summary: 'Picture of an application that waits for an editor.', tag: 'Showcases' } }, async (ask) => {
    const { pictureFile } = ask.subject
    if (pictureFile === null) throw new NotFound()
    return await fileAnswer(ask.platform.files, await ask.read((db) => getFile(db, pictureFile)), ask.headers, { inline: true })
  }),

  post('/open-data/showcase/decide/:id/show', decide, async (ask) => {
    await ask.write((db) => settle(db, ask.subject, null))
    return seeOther('/open-data/moderation')
  }),
  post('/open-data/showcase/decide/:id/return', decide, async (ask) => {
    const read = ask.form(ReturnForm)
    if (!read.ok) return await showDecision(ask, { typed: read.typed, errors: sentencesOf(ask, 'showcase', read.errors) })
    await ask.write((db) => settle(db, ask.subject, read.value.reason))
    return seeOther('/open-data/moderation')
  }),
]

async function receivePicture(ask: Pick<Ask, 'uploads' | 'platform' | 'tenant' | 'say'>): Promise<{ file?: ReceivedFile; error?: string }> {
  let result: { file?: ReceivedFile; error?: string } = {}
  for await (const upload of ask.uploads()) {
    const received = await receiveFile(ask.platform.files, ask.tenant.id, upload, { limit: pictureLimit, allowedTypes: pictureTypes })
    result = received.ok ? { file: received.file } : { error: ask.say(kernelWords).find(received.code, received.args) ?? received.code }
  }
  return result
}

/** Names the first dataset that does not exist, or keeps everything. */
async function keepSubmission(db: UnitOfWork, id: string, form: SubmitForm, picture: ReceivedFile | undefined): Promise<string | undefined> {
  const { ids, unknown } = await findByName(db, datasetNames(form.datasets))
  if (unknown !== undefined) return unknown
  const wanted = slugOf(form.title)
  const name = (await queries.isNameTaken(db, wanted)).yes ? `${wanted.slice(0, 71)}-${id.slice(-8)}` : wanted
  const file = picture && (await recordFile(db, picture))
  const { title: heading, description, url, author, kind, sourceCodeUrl = null, codeLicence = null, pictureText = null } = form
  await queries.insertSubmission(db, { id, name, title: heading, description, url, author, kind, sourceCodeUrl, codeLicence, pictureFile: file?.id ?? null, pictureText })
  await queries.linkDatasets(db, id, ids)
  await audit(db, { action: 'showcase.submit', subject: `showcase/${name}` })
  return undefined
}

async function settle(db: UnitOfWork, { id, name, pictureFile }: Submission, reason: string | null): Promise<void> {
  if ((await queries.decideSubmission(db, id, reason)) === 0) return
  if (reason !== null && pictureFile !== null) await forgetFile(db, pictureFile)
  await audit(db, { action: reason === null ? 'showcase.show' : 'showcase.return', subject: `showcase/${name}` })
}

// A wrong address gets a sentence that says how one begins.
function mended({ say }: Pick<Ask, 'say'>, sentences: FormErrors, errors: readonly { field: string; code: string }[]): FormErrors {
  const wrong = errors.filter(({ code }) => code === 'wrong-form').map(({ field }) => [field, say(words)('open-data.showcase.url-wrong')])
  return { ...sentences, ...Object.fromEntries(wrong) }
}

async function showForm(ask: Pick<Ask, 'say' | 'csrf' | 'read' | 'actor'>, state: FormState, sent = false): Promise<Answer> {
  const t = ask.say(words)
  const own = await ask.read((db) => queries.listOwnSubmissions(db, ask.actor.id ?? '', 20))
  return page(SubmitPage, { ...formProps(ask, state), sent, own }, { ...formPage(state), crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('showcase.title'), href: '/open-data/showcase' }, { label: t('showcase.submit') }] })
}

async function showDecision(ask: Pick<Ask<unknown, unknown, unknown, Submission>, 'say' | 'may' | 'url' | 'csrf' | 'read' | 'subject'>, state: FormState): Promise<Answer> {
  const datasets = await ask.read(async (db) => await listSummaries(db, (await queries.datasetIdsOf(db, ask.subject.id)).map(({ id }) => id)))
  return page(DecidePage, { ...formProps(ask, state), showcase: ask.subject, datasets }, staffPage(ask, refusedPage(state)))
}
