import type { Dataset, Iri } from '../dcat/schema.ts'

/** Implementing Regulation (EU) 2023/138 on high-value datasets. */
export const highValueRegulation: Iri = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

/** Who names a category of high value means the regulation; DCAT-AP for high-value datasets asks for it at the dataset and at each file. */
export function withLegislation(dataset: Dataset): Dataset {
  if (dataset.hvdCategory.length === 0) return dataset
  return { ...dataset, applicableLegislation: named(dataset.applicableLegislation), distribution: dataset.distribution.map((file) => ({ ...file, applicableLegislation: named(file.applicableLegislation) })) }
}

const named = (legislation: readonly Iri[]): readonly Iri[] => (legislation.includes(highValueRegulation) ? legislation : [...legislation, highValueRegulation])
