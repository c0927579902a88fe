import type { UnitOfWork } from '@modellregion/kernel'

/** A case began with this topic. */
export async function countStart(_db: UnitOfWork, _topic: string): Promise<void> {}
