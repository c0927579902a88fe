import { allow } from '@modellregion/kernel'

export const feedAccess = [allow('editor', 'read', 'feed'), allow('town-admin', 'read', 'feed'), allow('operator', 'read', 'feed'), allow('editor', 'start', 'feed'), allow('town-admin', 'start', 'feed')]
