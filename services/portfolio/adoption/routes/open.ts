import { Type } from 'typebox'
import { body, get, json, page, title, type Ask } from '@modellregion/kernel'
import { csvFile, englishCsv } from '../../csv/rules.ts'
import { words } from '../../locales/index.ts'
import { textOf } from '../../shelf/schema.ts'
import { townName } from '../names.ts'
import { ScorePage } from '../pages/score.tsx'
import { countRegister, listRegister } from '../queries.ts'
import { PublicAdoption } from '../schema.ts'

const pageSize = 500
const query = Type.Object({ page: Type.Integer({ minimum: 1, maximum: 1_000, default: 1 }), entry: Type.Optional(Type.String({ format: 'uuid' })) })

/** What everybody may read: how the score comes about, and the register of those who let themselves be named. */
export const openRoutes = [
  get('/portfolio/reuse/score', { access: 'anyone', title: title(words, 'adoption.score.title') }, (ask) => {
    const t = ask.say(words)
    return page(ScorePage, { t }, { frame: 'text', crumbs: [{ label: t('service.title'), href: '/portfolio' }, { label: t('adoption.score.title') }] })
  }),

  get(
    '/portfolio/api/adoptions',
    { access: 'anyone', query, cors: true, cacheFor: 60, api: { summary: 'Who runs what since when: the municipalities that let themselves be named, the newest first, 500 on a page; of one entry with `entry`. `total` counts those of all pages.', tag: 'Reuse', answers: { 200: Type.Object({ total: Type.Integer(), page: Type.Integer(), pages: Type.Integer(), adoptions: Type.Array(PublicAdoption) }) } } },
    async (ask) => {
      const { n: total } = await ask.read((db) => countRegister(db, ask.query.entry))
      return json({ total, page: ask.query.page, pages: Math.ceil(total / pageSize), adoptions: await register(ask) })
    },
  ),
  get('/portfolio/api/adoptions.csv', { access: 'anyone', query, cors: true, cacheFor: 60, api: { summary: 'The same as a table for spreadsheets.', tag: 'Reuse' } }, async (ask) => {
    const fields = ['town', 'entry', 'title', 'version', 'state', 'since', 'effortDays', 'onceCents', 'yearlyCents', 'contactOffice', 'url'] as const
    const rows = (await register(ask)).map((row) => fields.map((field) => row[field]))
    return body('text/csv; charset=utf-8', csvFile([fields, ...rows], englishCsv), { headers: { 'content-disposition': 'attachment; filename="adoptions.csv"' } })
  }),
]

async function register(ask: Pick<Ask<unknown, { page: number; entry?: string }>, 'read' | 'query' | 'platform' | 'url' | 'locale'>): Promise<PublicAdoption[]> {
  const rows = await ask.read((db) => listRegister(db, { from: (ask.query.page - 1) * pageSize, size: pageSize }, ask.query.entry))
  return rows.map((row) => ({
    town: townName(ask.platform, row.town) ?? row.town, entry: row.entryId, title: textOf(row.title, ask.locale), version: row.versionLabel, state: row.state, since: row.since,
    effortDays: row.effortDays, onceCents: row.onceCents, yearlyCents: row.yearlyCents, contactOffice: row.contactOffice, url: `${ask.url.origin}/portfolio/reuse/${row.entryId}`,
  }))
}
