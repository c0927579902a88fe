import type { EntityName } from '../model.ts'
import { printObservationId } from '../observation-id.ts'
import type { Count } from '../queries/count.ts'
import type { Row } from '../queries/read.ts'

/** An entity as it was read, with what was expanded. */
export type Node = { readonly entity: EntityName; readonly row: Row; readonly expanded: Map<string, Node | Members | null> }
/** A page of members. `next`: the options of the page after it. */
export type Members = { readonly members: readonly Node[]; readonly next?: Next; readonly count?: Count }
/** Where the next page begins. */
export type Next = { readonly skip: number } | { readonly skiptoken: string }

export const nodeOf = (entity: EntityName, row: Row): Node => ({ entity, row, expanded: new Map() })
export const isMembers = (value: Node | Members): value is Members => 'members' in value

/** The id of a row; of an observation made from its key. */
export const idOf = (entity: EntityName, row: Row): number | string =>
  entity === 'Observation' ? printObservationId({ seriesId: Number(row['_series']), micros: BigInt(String(row['at'])), seq: Number(row['seq']) }) : Number(row['id'])
