import { grantRole, listAccounts, open, OperatorError, processEnvironment, readConfig } from '@modellregion/kernel'
import { root } from '../root.ts'

const roles = ['operator', 'town-admin', 'editor', 'citizen']

/**
 * `modellregion grant-role <town> <mail> <role>`: the first operator of an installation, who can then give roles in the console.
 * The person has signed in once before, so that there is an account.
 */
export async function run(options: Record<string, string | undefined>, [town, mail, role]: readonly string[]): Promise<void> {
  if (!town || !mail || !role || !roles.includes(role)) throw new OperatorError(`Usage: npm run modellregion -- grant-role <town> <mail> <role>. Roles: ${roles.join(', ')}.`)
  const opened = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  try {
    const { platform } = opened
    if (!platform.directory.byId(town)) throw new OperatorError(`There is no town "${town}". Towns: ${platform.directory.all().map(({ id }) => id).join(', ')}.`)
    await platform.database.unit({ tenant: town, service: 'platform', access: 'write', now: platform.now() }, async (db) => {
      const found = (await listAccounts(db, { text: mail, size: 10 })).filter(({ email }) => email?.toLowerCase() === mail.toLowerCase())
      const [account] = found
      if (!account) throw new OperatorError(`Nobody with the mail address ${mail} has signed in to ${town} yet. Let the person sign in once, then repeat this command.`)
      if (found.length > 1) throw new OperatorError(`${found.length} accounts in ${town} use ${mail}. Give the role in the console, where their names are shown.`)
      await grantRole(db, account.id, { role })
    })
    process.stdout.write(`${mail} now has the role ${role} in ${town}.\n`)
  } finally {
    await opened.close()
  }
}
