import { parseObservationId, printObservationId } from '../sensorthings/observation-id.ts'
import { entities } from '../sensorthings/model.ts'
import type { StaChange } from '../sensorthings/mqtt.ts'

/** A change as one process tells it to the others: ids only, whoever may hear the values reads them. */
export type ChangeHint = { readonly process: string; readonly tenant: string; readonly change: StaChange }

/** Bytes of a hint at most (`platform.live`). */
export const longestHint = 7_900

/** Writes a change as hints that are short enough: `sta <process> <town> <entity> <id>,<id>…`. */
export function hintsOf({ process, tenant, change }: ChangeHint): string[] {
  const ids = 'entity' in change ? change.ids.map(String) : change.observations.map(({ seriesId, at, seq = 0 }) => printObservationId({ seriesId, micros: BigInt(at.getTime()) * 1_000n, seq }))
  const beginning = `sta ${process} ${tenant} ${'entity' in change ? change.entity : 'Observation'} `
  const hints: string[] = []
  let text = ''
  for (const id of ids) {
    if (text !== '' && text.length + 1 + id.length > longestHint) {
      hints.push(text)
      text = ''
    }
    text = text === '' ? beginning + id : `${text},${id}`
  }
  return text === '' ? hints : [...hints, text]
}

/** Reads a hint; undefined when it is another one, or from a version that speaks differently. */
export function readHint(text: string): ChangeHint | undefined {
  const [, process, tenant, name, list] = /^sta (\S+) (\S+) (\w+) (\S+)$/.exec(text) ?? []
  const entity = entities.find((each) => each.name === name)?.name
  if (process === undefined || tenant === undefined || list === undefined || !entity) return undefined
  if (entity !== 'Observation') return { process, tenant, change: { entity, ids: list.split(',').map(Number).filter(Number.isSafeInteger) } }
  const observations = list.split(',').flatMap((id) => {
    const key = parseObservationId(id)
    return key ? [{ seriesId: key.seriesId, at: new Date(Number(key.micros / 1_000n)), seq: key.seq }] : []
  })
  return { process, tenant, change: { observations } }
}
