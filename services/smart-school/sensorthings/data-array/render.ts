import { nextLink, propertyOf, renderCount, selfLink } from '../answer/render.ts'
import type { Json } from '../json.ts'
import { entityOf } from '../model.ts'
import type { Options } from '../query/ast.ts'
import { idOf, type Members, type Node } from '../read/node.ts'
import { refusal } from '../refusal.ts'

const all = ['id', ...entityOf('Observation').properties.map(({ name }) => name)]

/** Observations as rows of values, a table for each Datastream in the order of the page (18-088, 13.2). */
export function renderDataArray(page: Members, options: Options, base: string, address: string): Json {
  if (options.expand.length > 0) throw refusal(400, 'query', '$resultFormat=dataArray has columns only: leave $expand out.')
  const components = options.select.length === 0 ? all : options.select
  if (components.some((name) => !all.includes(name))) throw refusal(400, 'query', `$select of a data array may name ${all.join(', ')}.`)
  const used = options.select.length > 0 ? components : components.filter((name) => name === 'id' || name === 'result' || name === 'phenomenonTime' || name === 'resultTime' || page.members.some(({ row }) => propertyOf('Observation', row, name) !== undefined))
  const cell = ({ row }: Node, name: string): unknown => (name === 'id' ? idOf('Observation', row) : (propertyOf('Observation', row, name) ?? null))
  const value = [...Map.groupBy(page.members, ({ row }) => row['_series'])].map(([series, members]) => {
    const link = members[0]?.row['_multi'] === true ? 'MultiDatastream' : 'Datastream'
    return {
      [`${link}@iot.navigationLink`]: selfLink(base, link, Number(series)),
      components: used,
      'dataArray@iot.count': members.length,
      dataArray: members.map((member) => used.map((name) => cell(member, name))),
    }
  })
  return { ...renderCount(page), ...(page.next && { '@iot.nextLink': nextLink(address, options, page) }), value }
}
