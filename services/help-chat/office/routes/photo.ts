import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Type } from 'typebox'
import { forgetFile, get, kernelWords, newId, page, post, receiveFile, recordFile, seeOther, title, type Answer, type Ask, type ReceivedFile, type Upload } from '@modellregion/kernel'
import { picture } from '../../attachment/clean.ts'
import { words } from '../../locales/index.ts'
import { changeProfile } from '../confidants.ts'
import { photoPath } from '../directory.ts'
import { photoName } from '../queries/confidant.ts'
import { officePage, pageProps, refusedForm, type FormState } from '../form.ts'
import { PhotoFormPage } from '../pages/person-forms.tsx'
import { PersonParams, sides, targetOf, type Target } from '../target.ts'
import { byOf } from './person.ts'

const limit = 2_000_000
const allowedTypes = ['image/png', 'image/jpeg', 'image/webp']
const PhotoForm = Type.Object({ photoText: Type.String({ minLength: 10, maxLength: 300 }) })

type Asks = Pick<Ask<{ id?: string }>, 'say' | 'csrf' | 'url' | 'platform' | 'may' | 'actor' | 'tenant'>

/** The picture of a confidant: what is hidden in the file is taken out before it is kept. */
export const photoRoutes = sides.flatMap((side) => {
  const options = { access: side.access, params: PersonParams, title: title(words, 'office.photo-change') } as const
  return [
    get(`${side.at}/photo`, options, async (ask) => {
      const target = await targetOf(ask, side)
      return show(ask, target, { typed: { photoText: target.confidant.photoText ?? '' }, errors: {} })
    }),

    post(`${side.at}/photo`, { ...options, bodyLimit: 3_000_000, rate: { max: 30, per: 'hour' } }, async (ask) => {
      const target = await targetOf(ask, side)
      const photo = await receivePhoto(ask)
      const read = ask.form(PhotoForm)
      const refused = read.ok ? { typed: read.typed, errors: {} } : refusedForm(ask, read)
      if (!read.ok || 'error' in photo) return show(ask, target, { typed: refused.typed, errors: { ...refused.errors, ...('error' in photo && { photo: photo.error }) } })
      const id = newId(ask.now)
      await ask.write((db) => recordFile(db, photo.file, id))
      await replacePhoto(ask, target, id, read.value.photoText)
      return seeOther(`${target.base}?done=saved`)
    }),

    post(`${side.at}/photo/remove`, options, async (ask) => {
      const target = await targetOf(ask, side)
      await replacePhoto(ask, target, null, null)
      return seeOther(`${target.base}?done=saved`)
    }),
  ]
})

async function replacePhoto(ask: Asks & Pick<Ask, 'write'>, { confidant }: Target, photoFile: string | null, photoText: string | null): Promise<void> {
  await changeProfile(ask.platform, byOf(ask), confidant.id, { photoFile, photoText })
  const { photoFile: former } = confidant
  if (former !== null) await ask.write((db) => forgetFile(db, former))
}

async function receivePhoto(ask: Pick<Ask, 'uploads' | 'platform' | 'tenant' | 'say'>): Promise<{ file: ReceivedFile } | { error: string }> {
  let result: { file: ReceivedFile } | { error: string } = { error: ask.say(words)('office.error.photo-missing') }
  for await (const upload of ask.uploads()) result = await takePhoto(ask, upload)
  return result
}

// Two megabytes fit into memory; only a whole picture can be cleaned.
async function takePhoto({ platform, tenant, say }: Pick<Ask, 'platform' | 'tenant' | 'say'>, { name, declaredType, content }: Upload): Promise<{ file: ReceivedFile } | { error: string }> {
  const refusal = (code: string, args: Record<string, unknown>) => ({ error: `${say(words)('office.field.photo')}: ${say(kernelWords).find(code, args as never) ?? code}` })
  const bytes = await buffer(content).catch(() => undefined)
  if (bytes === undefined || bytes.length > limit) return refusal('files.error.too-large', { name, max: limit })
  const cleaned = bytes.length === 0 ? undefined : picture(bytes)
  if (bytes.length > 0 && (!cleaned || 'why' in cleaned)) return { error: say(words)('office.error.photo-damaged') }
  const clean = cleaned && !('why' in cleaned) ? cleaned.bytes : bytes
  const received = await receiveFile(platform.files, tenant.id, { name: photoName, declaredType, content: Readable.from([Buffer.from(clean)]) }, { limit, allowedTypes })
  return received.ok ? { file: received.file } : refusal(received.code, received.args)
}

const show = (ask: Asks, { confidant, base }: Target, state: FormState): Answer =>
  page(
    PhotoFormPage,
    { ...pageProps(ask, state), base, name: confidant.name, photo: photoPath(confidant), photoText: confidant.photoText },
    officePage(ask, state, { title: ask.say(words)('office.photo-title', { name: confidant.name }) }),
  )
