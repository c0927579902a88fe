// node tools/third-party.ts: writes THIRD-PARTY.md from the lock file and the licence texts of the installed packages.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listPackages } from './third-party/packages.ts'
import { thirdPartyPage } from './third-party/page.ts'

const root = dirname(import.meta.dirname)
const packages = listPackages(root)
writeFileSync(join(root, 'THIRD-PARTY.md'), thirdPartyPage(packages))
process.stdout.write(`THIRD-PARTY.md names ${packages.length} packages.\n`)
