import { Type } from 'typebox'
import { errorsIn, get, json, NotFound, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words } from '../../locales/index.ts'
import { findEntryVersion, getEntry } from '../../shelf/queries.ts'
import { townName } from '../names.ts'
import { fetchPackage, keepPackage, packageOf, refreshPackage } from '../package.ts'
import { ImportPage } from '../pages/import.tsx'
import { adoptionHref } from '../pages/parts.tsx'
import { findOwnAdoptionOf } from '../queries.ts'
import { findPackageSource } from '../queries/package.ts'
import { packageLimit, ReusePackage } from '../rules/package.ts'
import { faultText } from '../say.ts'
import { actingOf } from '../stand.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const query = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) })
const read = { access: 'adoption.edit', title: title(words, 'adoption.import.title') } as const

/** Results on their way between installations. */
export const packageRoutes = [
  get(
    '/portfolio/reuse/:id/package.json',
    { access: 'anyone', params, query, cors: true, api: { summary: 'An entry as a package that another installation can read: files, origin, licence and hash. The newest version unless another one is asked for. 410 when it is offered no more.', tag: 'Reuse', answers: { 200: ReusePackage } } },
    async (ask) => {
      const { entry, version, origin } = await ask.read(async (db) => {
        const found = await getEntry(db, ask.params.id)
        const number = ask.query.version ?? found.currentVersion
        return { entry: found, version: number === null ? undefined : await findEntryVersion(db, found.id, number), origin: (await findPackageSource(db, found.id))?.origin ?? [] }
      })
      // What is not published yet is a matter of its own town's office, also for whoever has got hold of the address.
      if (!entry.published && !ask.may('adoption.edit')) throw new NotFound()
      if (entry.retiredAt !== null) return refuse(410, 'portfolio.adoption.withdrawn', ask.say(words)('portfolio.adoption.withdrawn'))
      if (!version?.files) return refuse(404, 'portfolio.adoption.no-package', ask.say(words)('portfolio.adoption.no-package'))
      const source = `${ask.url.origin}/portfolio/reuse/${entry.id}`
      return json(packageOf(entry, { ...version, files: version.files }, townName(ask.platform, entry.town) ?? 'Modellregion', source, origin), 200, { 'content-disposition': `attachment; filename="${entry.itemRef?.replaceAll(/[^\w.-]/g, '_') ?? entry.id}.json"` })
    },
  ),

  get('/portfolio/adoption/import', read, (ask) => form(ask, {}, {}, [])),
  post('/portfolio/adoption/import', { ...read, bodyLimit: packageLimit + 64 * 1024, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const t = ask.say(pageWords)
    const file = await uploaded(ask)
    const typed = ask.form(Type.Object({ address: Type.Optional(Type.String({ maxLength: 500 })) }))
    if (file === undefined && !typed.ok) return form(ask, typed.typed, errorsIn(t, typed.errors, () => t('adoption.import.address')), [])
    const address = typed.ok ? typed.value.address : undefined
    if (file === undefined && address === undefined) return form(ask, typed.typed, { address: t('adoption.import.nothing') }, [])
    const result = file === undefined ? await fetchPackage(actingOf(ask), address ?? '') : await keepPackage(actingOf(ask), file, null)
    if (result.ok) return seeOther(`/portfolio/reuse/${result.entryId}/adopt`)
    const said = result.faults.map((fault) => faultText(ask.say(words), fault))
    return form(ask, typed.typed, { [file === undefined ? 'address' : 'package']: said.length === 1 ? (said[0] ?? '') : t('adoption.import.refused') }, said.length === 1 ? [] : said)
  }),

  // Looking at the original again at once, instead of waiting for the night.
  post('/portfolio/reuse/:id/look', { ...read, params, rate: { max: 60, per: 'hour' } }, async (ask) => {
    const source = await ask.read((db) => findPackageSource(db, ask.params.id))
    if (!source) throw new NotFound()
    await refreshPackage(actingOf(ask), source)
    const own = await ask.read((db) => findOwnAdoptionOf(db, ask.params.id))
    return seeOther(own ? adoptionHref(own.id, '?note=looked') : '/portfolio/adoption#packages')
  }),
]

function form(ask: Pick<Ask, 'say' | 'csrf'>, typed: Typed, errors: FormErrors, complaints: readonly string[]): Answer {
  const failed = Object.keys(errors).length > 0 || complaints.length > 0
  return page(ImportPage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, complaints }, { frame: 'question', private: true, noindex: true, ...(failed && { status: 422, hasErrors: true }) })
}

// A package above the limit is cut one byte behind it: enough to be refused as too large.
async function uploaded(ask: Pick<Ask, 'uploads'>): Promise<string | undefined> {
  let text: string | undefined
  for await (const { content } of ask.uploads()) {
    const parts: Buffer[] = []
    let size = 0
    for await (const part of content) {
      const bytes = Buffer.from(part as Uint8Array) // a stream of bytes, no encoding is set
      if (size <= packageLimit) parts.push(bytes)
      size += bytes.length
    }
    if (size > 0) text = Buffer.concat(parts).toString('utf8')
  }
  return text
}
