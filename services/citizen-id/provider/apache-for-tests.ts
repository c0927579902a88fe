import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const program = '/usr/sbin/apache2'
const modules = '/usr/lib/apache2/modules'

/** What is missing for a test with Apache; undefined when all is there. */
export const missingForApache = (): string | undefined =>
  existsSync(program) && existsSync(join(modules, 'mod_auth_openidc.so')) ? undefined : 'Apache with mod_auth_openidc is missing. Install it (Debian: "apt-get install apache2 libapache2-mod-auth-openidc").'

export type Apache = { readonly origin: string; stop(): Promise<void> }
export type ApacheOptions = { port: number; issuer: string; clientId: string; secret: string }

/** A port that is free now: the address must be registered before the server starts. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo // a TCP server has a port
      probe.close(() => resolve(port))
    })
  })
}

/** A web server of somebody else whose pages below `/protected` are for people that the town has signed in. */
export async function startApache({ port, issuer, clientId, secret }: ApacheOptions): Promise<Apache> {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-apache-'))
  chmodSync(folder, 0o755) // Apache's own user reads it
  const origin = `http://127.0.0.1:${port}`
  mkdirSync(join(folder, 'pages/protected'), { recursive: true })
  writeFileSync(join(folder, 'pages/protected/index.html'), page)
  writeFileSync(join(folder, 'pages/bye.html'), '<!doctype html><title>Bye</title><h1>Signed out</h1>')
  writeFileSync(join(folder, 'apache.conf'), configuration({ folder, port, origin, issuer, clientId, secret }))
  const errors = join(folder, 'error.log')
  const apache = spawn(program, ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  apache.stderr?.on('data', (part: Buffer) => (said += part.toString()))
  await answers(port, apache, () => said + (existsSync(errors) ? readFileSync(errors, 'utf8') : ''))
  return {
    origin,
    stop: async () => {
      const ended = new Promise((resolve) => apache.once('exit', resolve))
      apache.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Server side includes show what the module has learned.
const page = '<!doctype html><title>Library</title><h1>Library</h1><p id="name"><!--#echo var="OIDC_CLAIM_name" --></p><p id="acr"><!--#echo var="OIDC_CLAIM_acr" --></p><p id="iss"><!--#echo var="OIDC_CLAIM_iss" --></p>'

const configuration = ({ folder, port, origin, issuer, clientId, secret }: ApacheOptions & { folder: string; origin: string }): string => `
ServerRoot ${folder}
ServerName 127.0.0.1
PidFile ${folder}/pid
Mutex file:${folder} default
Listen 127.0.0.1:${port}
ErrorLog ${folder}/error.log
${['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'mime', 'include', 'auth_openidc'].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
TypesConfig /dev/null
AddType text/html .html
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${folder}/pages
DirectoryIndex index.html
<Directory ${folder}/pages>
  Options +Includes
  AddOutputFilter INCLUDES .html
  Require all granted
</Directory>
OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCClientID ${clientId}
OIDCClientSecret ${secret}
OIDCScope "openid profile"
OIDCPKCEMethod S256
OIDCRedirectURI ${origin}/protected/back
OIDCCryptoPassphrase ${secret}
OIDCDefaultLoggedOutURL ${origin}/bye.html
OIDCCookiePath /
<Location /protected>
  AuthType openid-connect
  Require valid-user
</Location>
`

async function answers(port: number, apache: ChildProcess, said: () => string): Promise<void> {
  for (let n = 0; n < 100; n++) {
    if (apache.exitCode !== null) throw new Error(`Apache ended with ${apache.exitCode}: ${said()}`)
    const up = await fetch(`http://127.0.0.1:${port}/bye.html`).then(({ ok }) => ok, () => false)
    if (up) return
    await sleep(100)
  }
  throw new Error(`Apache does not answer: ${said()}`)
}
