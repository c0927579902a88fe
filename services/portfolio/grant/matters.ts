import type { Service } from '@modellregion/kernel'

export const grantMatters: NonNullable<Service['matters']> = async () => []
