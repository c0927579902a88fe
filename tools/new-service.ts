// npm run new <name>: a new service, copied from services/example, that starts at once.
import { dirname } from 'node:path'
import { copyService, refuseName } from './new-service/copy.ts'

const root = dirname(import.meta.dirname)
const [name] = process.argv.slice(2)
const refusal = name === undefined ? 'Usage: npm run new <name>, for example: npm run new dog-register' : refuseName(root, name)
if (refusal !== undefined || name === undefined) {
  process.stderr.write(`${refusal}\n`)
  process.exit(1)
}
copyService(root, name)
process.stdout.write(`services/${name} is there. Next:
  npm install          links the new room and notes it in the lock file
  npm start            on a fresh data folder: http://hohenried.localhost:8080/${name}
                       otherwise switch it on in the console of a town, under services
  npm test ${name}
Begin with services/${name}/README.md, then change the words in locales/ and the sentences in access.ts.
`)
