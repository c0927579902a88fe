import { allow, type AccessRule } from '@modellregion/kernel'

// Checking a file and reading what the catalogue gives away asks for nothing.
export const publiccodeAccess: readonly AccessRule[] = [allow('project-office', 'import', 'publiccode')]
