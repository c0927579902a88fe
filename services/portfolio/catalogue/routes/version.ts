import { consolePage, errorsIn, get, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { addVersion } from '../../shelf/keep.ts'
import { findEntryVersion } from '../../shelf/queries.ts'
import type { Entry } from '../../shelf/schema.ts'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { findOffer, versionOfItem } from '../keep-own.ts'
import { VersionFormPage } from '../pages/edit.tsx'
import { fileOf, isTooMuch, mergedFiles, pathOf } from '../rules/file.ts'
import { offerKey } from '../rules/offer.ts'
import { ById, filesLimit, VersionForm } from '../schema.ts'
import { ownEntry } from './shelf.ts'

const own = { access: 'entry.edit', params: ById, subject: ownEntry, title: title(words, 'catalogue.shelf.version-title') }
const shelf = '/portfolio/shelf'

type Asks = Pick<Ask<{ id: string }, unknown, unknown, Entry>, 'say' | 'csrf' | 'read' | 'subject' | 'actor' | 'tenant' | 'platform' | 'url' | 'uploads'>

/** New versions of own entries: uploaded, or taken from the service that has the thing. */
export const versionRoutes = [
  get(`${shelf}/:id/version`, own, async (ask) => await form(ask, { keep: (await currentFiles(ask)).map(({ path }) => path) }, {})),

  post(`${shelf}/:id/version`, { ...own, bodyLimit: filesLimit + 1_000_000, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const uploaded = await filesIn(ask)
    const read = ask.form(VersionForm)
    const files = mergedFiles(await currentFiles(ask), read.ok ? (read.value.keep ?? []) : [], uploaded.files)
    const errors: FormErrors = { ...(read.ok ? {} : errorsIn(t, read.errors, (field) => t.find(`catalogue.shelf.field.${field}`) ?? field)), ...whyNotFiles(t, uploaded, read.ok ? files : uploaded.files, read.ok) }
    if (!read.ok || Object.keys(errors).length > 0) return await form(ask, read.typed, errors)
    const before = ask.subject.currentVersion
    const number = await ask.write((db) => addVersion(db, ask.subject.id, { label: read.value.label, note: read.value.note, files }))
    return seeOther(`${shelf}/${ask.subject.id}?done=${number === before ? 'version-same' : 'version-done'}`)
  }),

  post(`${shelf}/:id/pull`, own, async (ask) => {
    const { id, kind, itemRef, currentVersion } = ask.subject
    const offer = itemRef === null ? undefined : await findOffer(ask.platform, ask.tenant, offerKey(kind, itemRef), ask.now)
    if (!offer) return refuse(410, 'portfolio.shelf.gone', ask.say(pageWords)('portfolio.shelf.gone'), { label: ask.say(pageWords)('catalogue.shelf.title'), href: shelf })
    const number = await ask.write((db) => versionOfItem(db, id, offer.item, ''))
    return seeOther(`${shelf}/${id}?done=${number === currentVersion ? 'version-same' : 'version-done'}`)
  }),
]

const currentFiles = async ({ read, subject }: Pick<Asks, 'read' | 'subject'>): Promise<readonly ReuseFile[]> =>
  subject.currentVersion === null ? [] : ((await read((db) => findEntryVersion(db, subject.id, subject.currentVersion ?? 0)))?.files ?? [])

type Uploaded = { files: ReuseFile[]; refused: string | undefined; isTooMuch: boolean }

// Read whole: a version is a row, and its files are small by rule. What is too much is read to its end and forgotten.
async function filesIn({ uploads }: Pick<Asks, 'uploads'>): Promise<Uploaded> {
  const result: Uploaded = { files: [], refused: undefined, isTooMuch: false }
  let total = 0
  for await (const upload of uploads()) {
    const chunks: Buffer[] = []
    for await (const chunk of upload.content as AsyncIterable<Buffer>) { // an upload is a stream of bytes
      total += chunk.length
      if (total <= filesLimit) chunks.push(chunk)
    }
    if (upload.name === '' || chunks.length === 0) continue
    const path = pathOf(upload.name)
    if (path === undefined) result.refused ??= upload.name
    else result.files.push(fileOf(path, Buffer.concat(chunks)))
  }
  return { ...result, isTooMuch: total > filesLimit }
}

function whyNotFiles(t: PageT, { refused, isTooMuch: tooMuch }: Uploaded, files: readonly ReuseFile[], isComplete: boolean): FormErrors {
  if (tooMuch || isTooMuch(files)) return { files: t('catalogue.shelf.wrong.files-size') }
  if (refused !== undefined) return { files: t('catalogue.shelf.wrong.files-kind', { file: refused }) }
  return isComplete && files.length === 0 ? { files: t('catalogue.shelf.wrong.files-none') } : {}
}

async function form(ask: Asks, typed: Typed, errors: FormErrors): Promise<Answer> {
  const t = ask.say(pageWords)
  const files = (await currentFiles(ask)).map(({ path }) => path)
  return page(VersionFormPage, { t, csrf: ask.csrf(), entry: ask.subject, files, typed, errors }, consolePage(ask, Object.keys(errors).length > 0 ? { status: 422, hasErrors: true } : {}))
}
