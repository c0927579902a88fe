import { allow, type AccessRule } from '@modellregion/kernel'

/** Codecs decide what every measurement means: those who set up the devices write them and change history by them. */
export const codecAccess: readonly AccessRule[] = [allow('school-technician', 'manage', 'codec'), allow('school-technician', 'replay', 'codec')]
