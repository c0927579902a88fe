import type { UnitOfWork } from '@modellregion/kernel'
import type { Params } from './params.ts'

/** What an action knows beside its parameters. */
export type Call = {
  /** One reading transaction in the town asked. */
  read<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T>
  readonly now: Date
  /** `https://daten.example.org`, without a slash at the end. */
  readonly site: string
  readonly town: string
}
/** Answers the JSON text of `result`; refuses by throwing an ApiFailure. */
export type Action = { readonly help: string; readonly run: (call: Call, params: Params) => Promise<string> | string }
export type Actions = Readonly<Record<string, Action>>

export const action = (help: string, run: Action['run']): Action => ({ help, run })
/** An action that always says the same. */
export const always = (help: string, value: unknown): Action => ({ help, run: () => JSON.stringify(value) })
