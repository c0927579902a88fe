import { refuse, type Answer, type Ask } from '@modellregion/kernel'
import { parseSearchQuery } from '../../ckan/search-grammar.ts'
import { serialise, type Extension } from '../../dcat/serialise.ts'
import { words } from '../../locales/index.ts'
import { ApiFailure } from '../failure.ts'
import { catalogueState } from '../../catalogue/queries.ts'
import { allOf, type Filter } from '../search/filter.ts'
import { planOf, type Plan } from '../search/plan.ts'
import { runPlan } from '../search/run.ts'
import { readMoment } from '../search/time.ts'
import { listBeside, type Beside } from './beside.ts'
import { conditional, validators } from './conditional.ts'
import { mediaType } from './negotiate.ts'
import { listExported, type Exported } from './queries.ts'
import { catalogueStatements } from './statements.ts'

export type CatalogueQuery = { page?: number; modified_since?: string; q?: string; fq?: string }
type Asked = Pick<Ask<unknown, CatalogueQuery>, 'url' | 'headers' | 'now' | 'read' | 'say' | 'tenant' | 'query'>

/** Datasets on one page, as in ckanext-dcat. */
const pageSize = 100

/**
 * A page of the catalogue in one syntax. Pages are in the order of the datasets' ids, which grow with time: what is added or
 * changed while a harvester walks does not move what it has not seen yet.
 */
export async function cataloguePage(ask: Asked, extension: Extension): Promise<Answer> {
  const t = ask.say(words)
  const since = ask.query.modified_since === undefined ? undefined : readMoment(ask.query.modified_since, ask.now)
  if (ask.query.modified_since !== undefined && !since) return refuse(400, 'open-data.catalogue.moment-invalid', t('open-data.catalogue.moment-invalid'))
  const plan = planned(ask, since)
  if (plan instanceof ApiFailure) return refuse(400, 'open-data.catalogue.query-invalid', t('open-data.catalogue.query-invalid', { why: String(plan.detail['message']) }))
  const state = await ask.read(catalogueState)
  return await conditional(validators(state.changedAt, state.deletions, ask.url.href, extension), ask.headers, mediaType(extension), async () => {
    const page = ask.query.page ?? 1
    const found = await ask.read(async (db) => {
      const { total, ids } = await runPlan(db, plan, { order: { relevance: false, sort: [] }, from: (page - 1) * pageSize, size: pageSize, facets: [], facetSize: null })
      const datasets = ids.length > 0 ? await listExported(db, ids) : []
      // The first page of the whole catalogue lists every series and service, later ones those of their datasets.
      const whole = page === 1 && ask.query.q === undefined && ask.query.fq === undefined
      return { total, datasets, beside: await listBeside(db, datasets, whole) }
    })
    return serialise(statementsOf(ask, page, found, state.changedAt), extension)
  })
}

function planned({ query, now }: Asked, since: Date | undefined): Plan | ApiFailure {
  const changed: Filter[] = since ? [{ kind: 'test', column: 'changed', test: { is: 'range', from: { value: since, included: true }, to: undefined, of: 'time' } }] : []
  try {
    const queries = [query.q, query.fq].filter((text) => text !== undefined && text !== '').map((text) => {
      const parsed = parseSearchQuery((text ?? '').replaceAll('\u0000', ' '))
      if (!parsed.ok) throw new ApiFailure('Search Query Error', { message: parsed.message })
      return parsed.query
    })
    const plan = planOf(queries, now)
    return { ...plan, filter: allOf([...changed, plan.filter]) }
  } catch (error) {
    if (error instanceof ApiFailure) return error
    throw error
  }
}

type Found = { total: number; datasets: readonly Exported[]; beside: Beside }

function statementsOf(ask: Asked, page: number, { total, datasets, beside }: Found, modified: Date | null) {
  const t = ask.say(words)
  const last = Math.max(1, Math.ceil(total / pageSize))
  const address = (number: number) => {
    const url = new URL(ask.url)
    url.searchParams.set('page', String(number))
    return url.href
  }
  return catalogueStatements({
    site: ask.url.origin,
    tenant: ask.tenant,
    title: ask.tenant.serviceNames['open-data'] ?? `${t('service.title')} ${ask.tenant.name}`,
    description: t('api.catalogue-description'),
    modified,
    datasets,
    beside,
    links: {
      page: address(page), first: address(1), last: address(last), totalItems: total, itemsPerPage: pageSize,
      ...(page < last && { next: address(page + 1) }), ...(page > 1 && { previous: address(Math.min(page - 1, last)) }),
    },
  }) // prettier-ignore
}
