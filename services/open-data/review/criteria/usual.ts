import file from './catalogue.json' with { type: 'json' }
import { grounds, type Criterion, type Ground } from './schema.ts'

/** The catalogue of criteria that comes with the portal. Its version stands beside each answer. */
export const usualCatalogue: { readonly version: string; readonly criteria: readonly Criterion[] } = {
  version: file.version,
  criteria: file.criteria.map((one) => ({ ...one, stage: one.stage === 'check' ? 'check' : 'decide', ground: groundOf(one.ground, one.code) })),
}

function groundOf(text: string, code: string): Ground {
  const known = grounds.find((ground) => ground === text)
  if (!known) throw new Error(`catalogue.json: the criterion "${code}" has the unknown ground "${text}".`)
  return known
}
