import { allow, type AccessRule } from '@modellregion/kernel'

export const notificationAccess: readonly AccessRule[] = [allow('confidant', 'choose', 'notice')]
