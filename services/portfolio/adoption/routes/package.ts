import { Type } from 'typebox'
import { get, json, page, post, refuse, seeOther, title, type Answer, type Ask, type FormErrors, type Typed } from '@modellregion/kernel'
import { pageWords, words, type PageT } from '../../locales/index.ts'
import { findEntryVersion, getEntry } from '../../shelf/queries.ts'
import { townName } from '../names.ts'
import { fetchPackage, keepPackage, packageOf, type ImportFault } from '../package.ts'
import { ImportPage } from '../pages/import.tsx'
import { findPackageSource } from '../queries/package.ts'
import { packageLimit, ReusePackage } from '../rules/package.ts'
import { actingOf } from '../stand.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const read = { access: 'adoption.edit', title: title(words, 'adoption.import.title') } as const

/** Results on their way between installations. */
export const packageRoutes = [
  get(
    '/portfolio/reuse/:id/package.json',
    { access: 'anyone', params, cors: true, api: { summary: 'The newest version of an entry as a package that another installation can read: files, origin, licence and hash.', tag: 'Reuse', answers: { 200: ReusePackage } } },
    async (ask) => {
      const { entry, version, origin } = await ask.read(async (db) => {
        const found = await getEntry(db, ask.params.id)
        return { entry: found, version: found.currentVersion === null ? undefined : await findEntryVersion(db, found.id, found.currentVersion), origin: (await findPackageSource(db, found.id))?.origin ?? [] }
      })
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
    const address = typed.ok ? typed.value.address : undefined
    if (file === undefined && address === undefined) return form(ask, typed.typed, { address: t('adoption.import.nothing') }, [])
    const result = file === undefined ? await fetchPackage(actingOf(ask), address ?? '') : await keepPackage(actingOf(ask), file, null)
    if (!result.ok) return form(ask, typed.typed, {}, result.faults.map((fault) => saidOf(t, fault)))
    return seeOther(`/portfolio/reuse/${result.entryId}/adopt`)
  }),
]

function form(ask: Pick<Ask, 'say' | 'csrf'>, typed: Typed, errors: FormErrors, complaints: readonly string[]): Answer {
  const failed = Object.keys(errors).length > 0 || complaints.length > 0
  return page(ImportPage, { t: ask.say(pageWords), csrf: ask.csrf(), typed, errors, complaints }, { frame: 'question', private: true, noindex: true, ...(failed && { status: 422, hasErrors: true }) })
}

function saidOf(t: PageT, fault: ImportFault): string {
  switch (fault.code) {
    case 'format':
      return t('adoption.package.format', { wanted: fault.wanted })
    case 'shape':
      return t('adoption.package.shape', { place: fault.place })
    case 'path':
    case 'twice':
      return t(`adoption.package.${fault.code}`, { path: fault.path })
    case 'licence':
      return t('adoption.package.licence', { licence: fault.licence })
    case 'fetch':
      return t('adoption.package.fetch', { detail: fault.detail })
    default:
      return t(`adoption.package.${fault.code}`)
  }
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
