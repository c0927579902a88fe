import { body, get, page, title, type Ask } from '@modellregion/kernel'
import type { Static } from 'typebox'
import { pageWords, words } from '../../locales/index.ts'
import { csvOf } from '../csv.ts'
import { framed, withPerson } from '../own.ts'
import { UsesPage } from '../pages/uses.tsx'
import { countUses, listOffices, listUses } from '../queries.ts'
import { claimWords, methodWord, useLine } from '../said.ts'
import { UseQuery } from '../schema.ts'

const pageSize = 25
const access = 'own-identity.see'

/** Who has received the person's data: as a page and as a table to take along. */
export const useRoutes = [
  get('/citizen-id/uses', { access, query: UseQuery, title: title(words, 'cockpit.uses-title') }, (ask) =>
    withPerson(ask, async ({ id }) => {
      const t = ask.say(pageWords)
      const { office = '', span = 'all', page: at = 1 } = ask.query
      const filter = filterOf(ask, id)
      const { uses, total, offices } = await ask.read(async (db) => ({ uses: await listUses(db, { ...filter, size: pageSize, start: (at - 1) * pageSize }), total: (await countUses(db, filter)).n, offices: await listOffices(db, id) }))
      const rows = uses.map((use) => ({ ...use, data: claimWords(t, use.claims), by: methodWord(t, use.method) }))
      return page(UsesPage, { t, uses: rows, total, offices, office, span, page: at, pages: Math.max(1, Math.ceil(total / pageSize)) }, framed(t, t('cockpit.uses-title')))
    }),
  ),

  get('/citizen-id/uses.csv', { access, query: UseQuery, api: { summary: 'Who has received data of the signed-in person, as CSV (Art. 15 and 20 GDPR).' } }, (ask) =>
    withPerson(ask, async ({ id }) => {
      const t = ask.say(pageWords)
      const uses = await ask.read((db) => listUses(db, { ...filterOf(ask, id), size: 20_000 }))
      const head = [t('cockpit.column.when'), t('cockpit.column.office'), t('cockpit.column.data'), t('cockpit.column.purpose'), t('cockpit.column.basis'), t('cockpit.column.level'), t('cockpit.column.method'), t('cockpit.column.behalf')]
      return body('text/csv; charset=utf-8', csvOf([head, ...uses.map((use) => useLine(t, use))]), { headers: { 'cache-control': 'private, no-store', 'content-disposition': 'attachment; filename="uses.csv"' } })
    }),
  ),
]

function filterOf({ query, now }: Pick<Ask<unknown, Static<typeof UseQuery>>, 'query' | 'now'>, personId: string) {
  const { office = '', span = 'all' } = query
  return { personId, ...(office !== '' && { office }), ...(span !== 'all' && { since: new Date(now.getTime() - Number(span) * 86_400_000) }) }
}
