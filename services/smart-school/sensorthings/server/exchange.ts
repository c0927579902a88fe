import type { Platform, Tenant } from '@modellregion/kernel'
import type { Caller } from '../caller.ts'
import type { Work } from '../write/work.ts'

export type Version = 'v1.1' | 'v1.0'

/** A request as the parts below see it: of HTTP, of a batch, or of a data array. */
export type Request = {
  readonly method: string
  /** Below the version, without the first slash: `Things(1)/Datastreams`. */
  readonly path: string
  /** Without the question mark. */
  readonly query: string
  readonly contentType: string
  readonly prefer: string
  readonly body: () => Promise<Buffer>
}

/** `body` undefined: none. */
export type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown; readonly text?: string }

/** For whom and where requests are answered. */
export type Site = { readonly platform: Platform; readonly tenant: Tenant; readonly caller: Caller; readonly origin: string; readonly version: Version; /** The unit of a change set, when this request is part of one. */ readonly work?: Work }

/** Address of the version, without a slash at the end. */
export const baseOf = ({ origin, version }: Pick<Site, 'origin' | 'version'>): string => `${origin}/sensorthings/${version}`
