import { parseSearchQuery, type Query } from '../../ckan/search-grammar.ts'
import { organisationTitles } from '../../organisation/queries.ts'
import { badQuery } from '../failure.ts'
import type { Counted } from '../queries.ts'
import { licenceId, licenceTitle, themeOfGroup } from '../search/fields.ts'
import { planOf, type Plan } from '../search/plan.ts'
import { runPlan, type Outcome } from '../search/run.ts'
import { defaultSort, readOrder } from '../search/sorting.ts'
import { action, type Actions, type Call } from './action.ts'
import { packagesById } from './packages.ts'
import { countParam, flagParam, listParam, textParam, type Params } from './params.ts'
import { findDrafts } from './write/draft-search.ts'

/** CKAN's names of the facets that can be counted. Others are answered empty, as by a portal where nothing carries them. */
const facetByName: Readonly<Record<string, Counted>> = { organization: 'organisation', groups: 'theme', tags: 'tag', res_format: 'format', license_id: 'licence' }

type Listed = { name: string; display_name: string; count: number }

export const searchActions: Actions = {
  package_search: action(
    'Searches datasets. Parameters: q, fq, fq_list, sort, rows (10, at most 1000), start, facet, facet.field, facet.limit, facet.mincount, fl, include_private, include_drafts (with a key). q and fq take words, "phrases", field:value, +, -, AND, OR, NOT, groups, ranges [a TO b] and wildcards.',
    async (call, params) => {
      const { read, now } = call
      const plan = planOf(queriesOf(params), now)
      const sort = textParam(params, 'sort')?.trim() || defaultSort
      const order = readOrder(sort)
      const from = countParam(params, 'start', 0, 2_147_483_647)
      const size = countParam(params, 'rows', 10, 1_000)
      const names = flagParam(params, 'facet', true) ? listParam(params, 'facet.field') : []
      const limit = facetLimit(params)
      const facets = [...new Set(names.flatMap((name) => (Object.hasOwn(facetByName, name) ? (facetByName[name] ?? []) : [])))]
      const drafts = await beingWritten(call, plan, params)
      const page = { from: Math.max(0, from - drafts.length), size: Math.max(0, size - Math.max(0, drafts.length - from)) }
      const { outcome, texts, titles } = await read(async (db) => {
        const found = await runPlan(db, plan, { order, ...page, facets, facetSize: limit })
        const organisations = found.facets.organisation ? await organisationTitles(db, found.facets.organisation.map(({ value }) => value)) : []
        return { outcome: found, texts: await packagesById(db, found.ids), titles: new Map(organisations.map(({ name, title }) => [name, title])) }
      })
      const listed = Object.fromEntries(names.map((name) => [name, listFacet(name, outcome, titles, facetMinimum(params))]))
      return resultText(outcome.total + drafts.length, sort, listed, withFields([...drafts.slice(from, from + size), ...texts], listParam(params, 'fl')))
    },
  ),
}

// What is being written is on no index and counted in no facet: it comes first, whatever the order.
async function beingWritten(call: Call, plan: Plan, params: Params): Promise<string[]> {
  const wanted = { isPrivate: flagParam(params, 'include_private'), isDraft: flagParam(params, 'include_drafts') }
  const caller = wanted.isPrivate || wanted.isDraft ? await call.caller() : undefined
  return caller ? (await call.read((db) => findDrafts(db, caller, plan, wanted))).map((pack) => JSON.stringify(pack)) : []
}

function queriesOf(params: Params): Query[] {
  const q = textParam(params, 'q')?.trim() ?? ''
  return [...(q === '' ? [] : [freeQuery(q)]), ...[...listOrText(params, 'fq'), ...listParam(params, 'fq_list')].filter((text) => text.trim() !== '').map(parsed)]
}

// A filter beginning with a bracket, such as `[* TO *]`, is no list.
const listOrText = (params: Params, name: string): string[] => (Array.isArray(params[name]) ? listParam(params, name) : [textParam(params, name) ?? ''])

/** As in CKAN, what a person typed is never an error: a question that names no field and cannot be read counts as its words. */
function freeQuery(text: string): Query {
  const result = parseSearchQuery(text)
  if (result.ok) return result.query
  if (/[\w*]:/.test(text) || text.length > 1_000) throw badQuery(`${result.message} (character ${result.at + 1})`)
  return { kind: 'term', value: text, wildcard: false }
}

function parsed(text: string): Query {
  const result = parseSearchQuery(text)
  if (!result.ok) throw badQuery(`${result.message} (character ${result.at + 1})`)
  return result.query
}

// -1 is "all", as in Solr.
const facetLimit = (params: Params): number | null => (textParam(params, 'facet.limit')?.trim() === '-1' ? null : countParam(params, 'facet.limit', 50, 10_000))
const facetMinimum = (params: Params): number => countParam(params, 'facet.mincount', 1)

function listFacet(name: string, outcome: Outcome, organisations: ReadonlyMap<string, string>, least: number): Listed[] {
  const facet = Object.hasOwn(facetByName, name) ? facetByName[name] : undefined
  const counts = (facet && outcome.facets[facet]) ?? []
  const listed = counts.filter(({ n }) => n >= least).map(({ value, n }) => ({ ...namesOf(facet, value, organisations), count: n }))
  return facet === 'licence' ? merged(listed) : listed
}

function namesOf(facet: Counted | undefined, value: string, organisations: ReadonlyMap<string, string>): { name: string; display_name: string } {
  switch (facet) {
    case 'organisation':
      return { name: value, display_name: organisations.get(value) ?? value }
    case 'theme':
      return { name: value.toLowerCase(), display_name: themeOfGroup(value)?.label.de ?? value }
    case 'licence':
      return { name: licenceId(value), display_name: licenceTitle(licenceId(value)) }
    default:
      return { name: value, display_name: value }
  }
}

// Two IRIs may stand for one licence of CKAN.
function merged(listed: readonly Listed[]): Listed[] {
  const byName = new Map<string, Listed>()
  for (const one of listed) byName.set(one.name, { ...one, count: one.count + (byName.get(one.name)?.count ?? 0) })
  return [...byName.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

function withFields(texts: readonly string[], wanted: readonly string[]): readonly string[] {
  const names = wanted.flatMap((item) => item.split(/[\s,]+/)).filter((name) => name !== '')
  if (names.length === 0 || names.includes('*')) return texts
  return texts.map((text) => {
    const whole = JSON.parse(text) as Record<string, unknown> // a package text made by this service
    return JSON.stringify(Object.fromEntries(names.filter((name) => Object.hasOwn(whole, name)).map((name) => [name, whole[name]])))
  })
}

function resultText(count: number, sort: string, listed: Readonly<Record<string, Listed[]>>, results: readonly string[]): string {
  const facets = Object.fromEntries(Object.entries(listed).map(([name, items]) => [name, Object.fromEntries(items.map((item) => [item.name, item.count]))]))
  const searchFacets = Object.fromEntries(Object.entries(listed).map(([name, items]) => [name, { title: name, items }]))
  return `{"count":${count},"facets":${JSON.stringify(facets)},"results":[${results.join(',')}],"sort":${JSON.stringify(sort)},"search_facets":${JSON.stringify(searchFacets)}}`
}
