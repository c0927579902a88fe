import { Type } from 'typebox'
import { body, get, json, NotFound, type Ask } from '@modellregion/kernel'
import { listAdopters } from '../../adoption/queries.ts'
import { findEntry } from '../../shelf/queries.ts'
import { listSoftware, listTownsUsing } from '../queries.ts'
import { publiccodeOf } from '../rules/entry.ts'
import { complete, writePubliccode } from '../rules/write.ts'
import { publiccodeOfPlatform, publiccodeOfService } from '../services.ts'
import type { Publiccode } from '../schema.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const ByService = Type.Object({ service: Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }) })
const api = (summary: string) => ({ summary, tag: 'publiccode.yml' })
const open = { access: 'anyone', cors: true, cacheFor: 300 } as const
const mostListed = 5_000

const Listed = Type.Object({ name: Type.String(), url: Type.String(), publiccode: Type.String() })
const Index = Type.Object({ services: Type.Array(Listed), software: Type.Array(Listed) })

/** Files for catalogues elsewhere: one for each program, and a list of all of them. */
export const exportRoutes = [
  get('/portfolio/reuse/:id/publiccode.yml', { ...open, params: ById, api: api('The publiccode.yml of a published entry, without people, with the towns that let themselves be named as users.') }, async (ask) => {
    const { file, towns } = await ask.read(async (db) => {
      const entry = await findEntry(db, ask.params.id)
      return { file: entry?.published ? publiccodeOf(entry) : undefined, towns: (await listAdopters(db, ask.params.id)).filter(({ state }) => state !== 'ended').map(({ town }) => town) }
    })
    if (!file) throw new NotFound()
    return asFile(complete(file, { usedBy: named(ask, towns) }))
  }),

  get('/portfolio/publiccode/:service/publiccode.yml', { ...open, params: ByService, api: api('The publiccode.yml of an installed service of this platform.') }, async (ask) => {
    const service = ask.platform.registry.services.find(({ id }) => id === ask.params.service)
    const using = await ask.read(listTownsUsing)
    const file = service && publiccodeOfService(service, named(ask, using.filter((one) => one.service === service.id).map(({ town }) => town)))
    if (!file) throw new NotFound()
    return asFile(file)
  }),

  get('/portfolio/publiccode/platform.yml', { ...open, api: api('The publiccode.yml of the platform as a whole.') }, () => {
    const file = publiccodeOfPlatform()
    if (!file) throw new NotFound()
    return asFile(file)
  }),

  get('/portfolio/api/publiccode.json', { ...open, api: { ...api('Every publiccode.yml of this installation: the services of the platform, and the software its towns list. The entry point for crawlers.'), answers: { 200: Index } } }, async (ask) => {
    const software = await ask.read((db) => listSoftware(db, mostListed))
    const at = (path: string) => `${ask.url.origin}${path}`
    const services = ask.platform.registry.services.flatMap((service) => {
      const file = publiccodeOfService(service, [])
      return file ? [{ name: file.name, url: file.url, publiccode: at(`/portfolio/publiccode/${service.id}/publiccode.yml`) }] : []
    })
    return json({ services, software: software.map(({ id, name, url }) => ({ name, url, publiccode: at(`/portfolio/reuse/${id}/publiccode.yml`) })) })
  }),
]

const asFile = (file: Publiccode) => body('application/yaml; charset=utf-8', writePubliccode(file), { headers: { 'x-content-type-options': 'nosniff' } })

const named = ({ platform }: Pick<Ask, 'platform'>, towns: readonly string[]): string[] => [...new Set(towns)].flatMap((town) => platform.directory.byId(town)?.name ?? []).toSorted()
