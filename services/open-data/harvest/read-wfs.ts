import type { ByteSource } from '../rdf/text-stream.ts'
import { webAddress } from '../dcat/record.ts'
import { refuse } from '../dcat/refusals.ts'
import { datasetFromFeatureType, serviceOf, type FeatureContext } from './dataset-from-feature-type.ts'
import { keyOf, mappingOptions } from './package.ts'
import { asDelivered, type Reading } from './page.ts'
import type { Source } from './schema.ts'
import { requestAddress, withoutParameters } from './source-address.ts'
import { capabilitiesOf, type Capabilities } from './wfs-capabilities.ts'
import { readXmlTree } from './xml-tree.ts'

/** The capabilities of a Web Feature Service 2.0 (OGC 09-025r2): one dataset for each feature type, in one page. */
export async function readWfs(source: Source, address: string, content: ByteSource): Promise<Reading> {
  const capabilities = capabilitiesOf(await readXmlTree(content))
  if (capabilities.types.length === 0) return { ok: false, refusal: refuse('open-data.harvest.no-datasets', { detail: capabilities.title ?? 'FeatureTypeList' }) }
  const context: FeatureContext = { ...mappingOptions(source), capabilities, endpoint: endpointOf(capabilities, address) }
  return {
    ok: true,
    records: asDelivered(mapAll(context)),
    expected: capabilities.types.length,
    services: [serviceOf(context, requestAddress('wfs', address))],
    series: [],
  }
}

function* mapAll(context: FeatureContext) {
  for (const type of context.capabilities.types) yield datasetFromFeatureType(type, context)
}

// A service that does not say where features are asked for is asked where it answered.
function endpointOf({ endpoint }: Capabilities, address: string): string {
  const stated = webAddress(keyOf(endpoint) ?? '') ?? address
  return withoutParameters(stated, ['service', 'version', 'acceptversions', 'request']).href
}
