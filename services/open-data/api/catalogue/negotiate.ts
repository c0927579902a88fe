import { body, type Answer, type Ask } from '@modellregion/kernel'
import { extensionForAccept, serialisations, serialise, type Extension } from '../../dcat/serialise.ts'
import { listBeside } from './beside.ts'
import { conditional, validators } from './conditional.ts'
import { pageOf } from './iris.ts'
import type { Exported } from './queries.ts'
import { datasetStatements } from './statements.ts'

type Asked = Pick<Ask, 'url' | 'headers' | 'read'>

/** The dataset as RDF when the client prefers that to a page; undefined when it wants the page. Send `vary: accept` with either. */
export async function negotiateDataset(ask: Asked, dataset: Exported): Promise<Answer | undefined> {
  const extension = extensionForAccept(ask.headers['accept'])
  return extension && (await datasetAs(ask, dataset, extension))
}

/** One dataset in one of the syntaxes; 410 when it was withdrawn. */
export async function datasetAs(ask: Asked, dataset: Exported, extension: Extension): Promise<Answer> {
  const site = ask.url.origin
  if (dataset.withdrawnAt) return body('text/plain; charset=utf-8', '', { status: 410 })
  const state = validators(dataset.changedAt, site, dataset.id, dataset.name, extension)
  return await conditional(state, ask.headers, mediaType(extension), async () => serialise(datasetStatements(site, dataset, await ask.read((db) => listBeside(db, [dataset], false))), extension), {
    vary: 'accept',
    link: `<${pageOf(site, dataset.name)}>; rel="canonical"; type="text/html"`,
  })
}

export const mediaType = (extension: Extension): string => `${serialisations[extension].mediaType}; charset=utf-8`
