import { Type, type Static } from 'typebox'

/** What is known of an address. `unasked`: it leads into a private network or is not of the web, so it is never called. */
export type AddressState = 'unknown' | 'reachable' | 'unreachable' | 'unasked'
export type AddressRole = 'access' | 'download' | 'page' | 'service'

/** One address that is due. */
export type DueAddress = { key: string; address: string; host: string; failures: number; failingSince: Date | null }

/** What asking an address has brought. */
export type Answered = { state: AddressState; status: number | null; reason: string | null; movedTo: string | null }

/** An address that has failed at least twice, with a dataset that names it. */
export type BrokenAddress = { address: string; status: number | null; reason: string | null; failingSince: Date; role: AddressRole; name: string; title: string; organisation: string; harvested: boolean }

/** Datasets of one publisher by how their promise is kept. */
export type PromiseCount = { name: string; title: string; harvested: boolean; kept: number; late: number; unpromised: number; undated: number }

/** A dataset of the town's own that is older than promised. */
export type LateDataset = { name: string; title: string; organisation: string; frequency: string; modified: Date; due: Date }

export const ReportChoice = Type.Object({ report: Type.Optional(Type.Boolean()) })
export type ReportChoice = Static<typeof ReportChoice>
