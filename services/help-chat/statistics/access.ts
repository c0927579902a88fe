import { allow, type AccessRule } from '@modellregion/kernel'

/** More tables, protected like those for everybody: leading an office is no reason to recognise anybody. */
export const statisticsAccess: readonly AccessRule[] = [allow('help-office-head', 'read', 'statistics')]
