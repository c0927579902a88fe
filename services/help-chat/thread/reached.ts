import type { ServiceDeadlines } from '@modellregion/kernel'

export const reached: ServiceDeadlines['reached'] = async () => {}
