import type { Platform, UnitOfWork } from '@modellregion/kernel'

/** Who acts, in which town. `actor` is an account id. */
export type Acting = { readonly platform: Platform; readonly town: string; readonly now: Date; readonly actor?: string | undefined }

export const unit = <T>({ platform, town, now, actor }: Acting, access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  platform.database.unit({ tenant: town, service: 'portfolio', access, now, ...(actor !== undefined && { actor }) }, work)
