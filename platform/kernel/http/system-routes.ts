import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconSprite } from '@modellregion/ui'
import { Type } from 'typebox'
import { NotFound } from '../database/index.ts'
import { health, mayMeasure, metricsText } from '../observe/index.ts'
import { body, json, seeOther } from './answer.ts'
import { get } from './route.ts'
import { safeReturn } from './safe-return.ts'

const immutable = { 'cache-control': 'public, max-age=31536000, immutable' }
const brandFolder = join(import.meta.dirname, '../../ui/brand')

/** Addresses that belong to no service: probes, the look of the towns, the switch of appearance, the API description. */
export const systemRoutes = [
  get('/healthz', { access: 'anyone', everyTown: true, api: { summary: 'The process lives.' } }, () => json({ status: 'ok' })),

  get('/readyz', { access: 'anyone', everyTown: true, api: { summary: 'Database and queue answer; the load balancer may send people here.' } }, async ({ platform }) => {
    const state = await health(platform)
    return json(state, state.ready ? 200 : 503)
  }),

  get('/metrics', { access: 'anyone', everyTown: true, api: { summary: 'Measurements in Prometheus text format, without personal data.' } }, async ({ platform, headers }) => {
    if (!mayMeasure(platform.config, headers['authorization'])) return body('text/plain; charset=utf-8', 'Send the metricsToken of the deployment file: Authorization: Bearer …\n', { status: 401, headers: { 'www-authenticate': 'Bearer' } })
    return body('text/plain; version=0.0.4; charset=utf-8', await metricsText(platform))
  }),

  get(iconSprite.href, { access: 'anyone', everyTown: true, api: { summary: 'The icons of all pages.' } }, () => body('image/svg+xml', iconSprite.svg, { headers: immutable })),

  get(
    '/brand/:file',
    { access: 'anyone', everyTown: true, params: Type.Object({ file: Type.String({ pattern: '^[a-z0-9-]+\\.(css|svg)$' }) }), api: { summary: 'Colours, mark and motif of a town.' } },
    ({ params, platform, tenant }) => {
      platform.assets.brandHref(tenant)
      const sheet = platform.assets.brandText(params.file)
      if (sheet !== undefined) return body('text/css; charset=utf-8', sheet, { headers: immutable })
      return body('image/svg+xml', brandPicture(params.file), { headers: { 'cache-control': 'public, max-age=86400' } })
    },
  ),

  get(
    '/preferences',
    { access: 'anyone', everyTown: true, query: Type.Object({ back: Type.Optional(Type.String({ maxLength: 2_000 })) }, { additionalProperties: true }), api: { summary: 'Remembers theme, contrast and language, and leads back.' } },
    ({ query }) => seeOther(safeReturn(query.back)),
  ),
]

function brandPicture(file: string): Buffer {
  try {
    return readFileSync(join(brandFolder, file))
  } catch {
    throw new NotFound()
  }
}
