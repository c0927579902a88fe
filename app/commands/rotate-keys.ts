import { townIdentityPort, type TownIdentity } from '@modellregion/contracts'
import { open, OperatorError, processEnvironment, readConfig, type Platform } from '@modellregion/kernel'
import { root } from '../root.ts'

const compromised = `All keys were replaced. What this breaks:
- Services refuse new sign-ins until they fetch the list of keys anew. Most do so at the first unknown key; restart the others.
- Identity tokens from before are worth nothing: signing out with one of them is refused, the session itself goes on.
- Processes of this installation that are running use the new keys within a minute. Restart them if the old ones must stop at once.
`

/**
 * `modellregion rotate-keys [--town x] [--now]`: begins to change the keys that sign identity tokens. Without `--now` no service
 * notices: the next key is published today and signs after a day. `--now` is for keys that somebody else may have.
 */
export async function run(options: Record<string, string | undefined>): Promise<void> {
  const { town, now } = options
  const opened = await open({ config: readConfig({ env: processEnvironment(), options, root }), root })
  try {
    const { platform } = opened
    const identity = platform.port<TownIdentity<Platform>>(townIdentityPort)
    if (!identity) throw new OperatorError('No installed service signs people in. Install citizen-id.')
    const towns = town === undefined ? platform.directory.all() : [platform.directory.byId(town)]
    for (const one of towns) {
      if (!one) throw new OperatorError(`There is no town "${town}". Towns: ${platform.directory.all().map(({ id }) => id).join(', ')}.`)
      const lines = await identity.rotateKeys(platform, one, now === 'true' ? 'compromised' : 'begin')
      print(`${one.name}\n${lines.map((line) => `  ${line}\n`).join('') || '  Nothing to do: a change is under way.\n'}`)
    }
    if (now === 'true') print(compromised)
  } finally {
    await opened.close()
  }
}

const print = (text: string): void => void process.stdout.write(text)
