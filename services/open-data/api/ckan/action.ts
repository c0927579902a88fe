import type { Platform, ReceivedFile, UnitOfWork } from '@modellregion/kernel'
import type { CheckFinding } from '../../check/schema.ts'
import type { Caller } from './caller.ts'
import type { Params } from './params.ts'

/** What an action knows beside its parameters. */
export type Call = {
  /** One reading transaction in the town asked. */
  read<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
  readonly now: Date
  /** `https://daten.example.org`, without a slash at the end. */
  readonly site: string
  readonly town: string
  /** For tables, which lie beside the database. */
  readonly platform: Platform
  readonly tenant: string
  /** Whoever the key of the request belongs to; undefined for guests. Looked up once, when first asked for. */
  caller(): Promise<Caller | undefined>
  /** One writing transaction in the name of the caller. */
  write<T>(caller: Caller, work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** The same in the kernel's rooms, where accounts are. */
  inPlatform<T>(caller: Caller, work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /** Files of a multipart form by field, already in the file store. */
  readonly files: ReadonlyMap<string, ReceivedFile>
}

/** What a writing action tells: the JSON text of its result, what it changed, and what a reader of the description should mend. */
export type Told = { readonly result: string; readonly changed?: Readonly<Record<string, readonly string[]>>; readonly findings?: readonly CheckFinding[] }

/** Answers the JSON text of `result`; refuses by throwing an ApiFailure. */
export type Action = { readonly help: string; readonly run: (call: Call, params: Params) => Promise<string | Told> | string | Told }
export type Actions = Readonly<Record<string, Action>>

export const action = (help: string, run: Action['run']): Action => ({ help, run })
/** An action that always says the same. */
export const always = (help: string, value: unknown): Action => ({ help, run: () => JSON.stringify(value) })
