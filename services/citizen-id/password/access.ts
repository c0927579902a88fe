import { allow, type AccessRule } from '@modellregion/kernel'

export const passwordAccess: readonly AccessRule[] = [allow('signed-in', 'change', 'own-sign-in')]
