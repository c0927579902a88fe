import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Type, type Static } from 'typebox'
import { Errors } from 'typebox/value'

const OpenIdProvider = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  clientSecret: Type.Optional(Type.String()),
  scope: Type.Optional(Type.String()),
  /** What the provider says in `acr`, as level of assurance; eIDAS and STORK values are known without. */
  levels: Type.Optional(Type.Record(Type.String(), Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')]))),
})

/** PEM text, or the path of a PEM file beside the deployment file. */
const Pem = Type.String({ minLength: 1 })

/** Own keys towards one identity provider. Without them the installation makes its own pair per town. */
const OwnKeys = Type.Object({ signingKey: Pem, signingCertificate: Pem, encryptionKey: Pem, encryptionCertificate: Pem }, { additionalProperties: false })

/** An eID server that speaks the SAML profile of BSI TR-03130. */
const EidServer = Type.Object(
  {
    /** Address of its SAML processor. */
    address: Type.String({ pattern: '^https?://' }),
    /** What it calls itself in `Issuer`. */
    issuer: Type.String({ minLength: 1 }),
    signingCertificate: Pem,
    encryptionCertificate: Pem,
    /** What the town calls itself there; default: its own address. */
    serviceName: Type.Optional(Type.String({ minLength: 1 })),
    /** Where the person's AusweisApp listens (TR-03124); default: http://127.0.0.1:24727/eID-Client. */
    client: Type.Optional(Type.String({ pattern: '^https?://' })),
    keys: Type.Optional(OwnKeys),
  },
  { additionalProperties: false },
)

/** BundID over SAML 2.0. */
const BundId = Type.Object(
  {
    address: Type.String({ pattern: '^https?://' }),
    issuer: Type.String({ minLength: 1 }),
    /** Several while the provider changes its certificate. */
    certificates: Type.Array(Pem, { minItems: 1 }),
    /** Name of the service at BundID; default: the address of its metadata. */
    serviceName: Type.Optional(Type.String({ minLength: 1 })),
    /** Number of the online service, given at registration. */
    onlineServiceId: Type.Optional(Type.String({ minLength: 1 })),
    keys: Type.Optional(OwnKeys),
  },
  { additionalProperties: false },
)

/** The wallet of the European Union: OpenID4VP under the High Assurance Interoperability Profile. */
const Wallet = Type.Object(
  {
    /** Certificate for access of the register of relying parties, with its chain and without the root, the own one first. */
    certificates: Pem,
    /** Its private key, P-256. */
    key: Pem,
    /** Root certificates of those who issue identities (PID), from the trusted list. */
    trusted: Type.Array(Pem, { minItems: 1 }),
    /** Whether a screen may show a code for the wallet on another device; default: true. */
    otherDevice: Type.Optional(Type.Boolean()),
    /** How a wallet on the same device is called; default: haip-vp. */
    scheme: Type.Optional(Type.Union([Type.Literal('haip-vp'), Type.Literal('openid4vp')])),
  },
  { additionalProperties: false },
)

/** Settings of the town's own identity provider. */
const Identity = Type.Object({
  /** A sorted text file of upper-case SHA-1 hashes of known passwords, one a line, that nobody may choose. Absent: frequent passwords and words only. */
  breachedPasswords: Type.Optional(Type.String()),
  /** Ways in from outside; without them a demonstration has the test kit's simulators. */
  eid: Type.Optional(EidServer),
  bundid: Type.Optional(BundId),
  wallet: Type.Optional(Wallet),
  /** Services that sign people in here, registered by file: fields of OpenID Connect Dynamic Client Registration, and who they are for the people who consent. */
  clients: Type.Optional(
    Type.Array(
      Type.Object({
        client_id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$' }),
        /** Only in this town; absent: in all. */
        town: Type.Optional(Type.String()),
        office: Type.Optional(Type.String()),
        purpose: Type.Optional(Type.String()),
        legal_basis: Type.Optional(Type.String()),
        redirect_uris: Type.Optional(Type.Array(Type.String())),
        client_secret: Type.Optional(Type.String()),
      }),
    ),
  ),
})

/** MQTT: the own listener, and brokers elsewhere that are listened to. */
const Mqtt = Type.Object(
  {
    /** Port of the own broker; default 1883, 0 takes a free one. `false`: no own broker. */
    port: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 65535 }), Type.Literal(false)])),
    /** Address it listens on; default: that of the web server. */
    host: Type.Optional(Type.String({ minLength: 1 })),
    /** With a certificate and its key (PEM text, or the path of a file) it speaks TLS only. */
    tls: Type.Optional(Type.Object({ certificate: Pem, key: Pem }, { additionalProperties: false })),
    /** Brokers elsewhere. What arrives there belongs to the named source of the town. */
    brokers: Type.Optional(
      Type.Array(
        Type.Object(
          {
            url: Type.String({ pattern: '^(mqtts?|wss?)://' }),
            town: Type.String({ minLength: 1 }),
            /** Name of the source in that town, as the console shows it. */
            source: Type.String({ minLength: 1 }),
            /** Default: all topics that the source may use. Shared subscriptions (`$share/ingest/…`) spread the work over several processes. */
            topics: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
            username: Type.Optional(Type.String()),
            password: Type.Optional(Type.String()),
            /** Stable name of this process at the broker, so that what arrives while it is away is kept there. */
            clientId: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
          },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
)

/** The one deployment file, `modellregion.json`. Everything is optional: without it a demonstration town starts. */
export const ConfigFile = Type.Object(
  {
    demo: Type.Optional(Type.Boolean()),
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65535 })),
    host: Type.Optional(Type.String()),
    dataFolder: Type.Optional(Type.String()),
    defaultTenant: Type.Optional(Type.String()),
    services: Type.Optional(Type.Array(Type.String())),
    database: Type.Optional(
      Type.Object({
        url: Type.String(),
        ownerUrl: Type.Optional(Type.String()),
        jobsUrl: Type.Optional(Type.String()),
        listenUrl: Type.Optional(Type.String()),
        poolSize: Type.Optional(Type.Integer({ minimum: 2, maximum: 200 })),
      }),
    ),
    mail: Type.Optional(Type.Object({ smtp: Type.String(), from: Type.String() })),
    files: Type.Optional(
      Type.Object({ endpoint: Type.String(), bucket: Type.String(), accessKey: Type.String(), secretKey: Type.String(), region: Type.Optional(Type.String()) }),
    ),
    /** Addresses inside the own network that may be harvested all the same: host names or `host:port`. */
    harvest: Type.Optional(Type.Object({ allow: Type.Array(Type.String()) })),
    /** Push services inside the own network that may be called all the same, also without https: `host:port`. */
    push: Type.Optional(Type.Object({ allow: Type.Array(Type.String()) })),
    mqtt: Type.Optional(Mqtt),
    /** Bytes of the largest file that may be uploaded for publication; default: 2 GiB. */
    uploads: Type.Optional(Type.Object({ maxBytes: Type.Integer({ minimum: 1 }) })),
    openId: Type.Optional(Type.Array(OpenIdProvider)),
    identity: Type.Optional(Identity),
    /** Requests a minute from one address before it has to wait; 0 is no limit. Default: 1200, none in a demonstration. Harvesters of a large catalogue need some hundred. */
    rateLimit: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Whoever reads /metrics sends it as `Authorization: Bearer …`. A demonstration shows its measurements to everybody; elsewhere nobody sees them without a token. */
    metricsToken: Type.Optional(Type.String({ minLength: 16 })),
    /** Number of reverse proxies in front that set X-Forwarded-For. */
    trustedProxies: Type.Optional(Type.Integer({ minimum: 0 })),
    /** True when people reach the towns by https, through a proxy. */
    https: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export type Role = 'web' | 'worker' | 'all'
export type OpenIdProviderConfig = Static<typeof OpenIdProvider>
export type EidServerConfig = Static<typeof EidServer>
export type BundIdConfig = Static<typeof BundId>
export type MqttConfig = Static<typeof Mqtt>

export type Config = Omit<Static<typeof ConfigFile>, 'database'> & {
  demo: boolean
  port: number
  host: string
  dataFolder: string
  role: Role
  /** Absent: the embedded server in the data folder. */
  database?: { url: string; ownerUrl: string; jobsUrl: string; listenUrl: string; poolSize: number }
  /** Installed services to run; absent: all. */
  services?: string[]
  development: boolean
  https: boolean
  logLevel: string
}

/** A mistake of the operator that one sentence explains. Printed without a stack trace. */
export class OperatorError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'OperatorError'
  }
}

export type ConfigInput = { file?: string; env: Record<string, string | undefined>; options: Record<string, string | undefined>; root: string; development?: boolean }

/** Reads deployment file, environment and command line, in rising order of importance. @throws OperatorError */
export function readConfig({ file = 'modellregion.json', env, options, root, development = false }: ConfigInput): Config {
  const path = resolve(root, options['config'] ?? env['MODELLREGION_CONFIG'] ?? file)
  const settings = withPems(readFile(path, options['config'] !== undefined), dirname(path))
  const url = env['DATABASE_URL'] ?? settings.database?.url
  if (settings.https && !settings.trustedProxies)
    throw new OperatorError('With "https": true people come through a proxy. Say how many stand in front: "trustedProxies": 1. Otherwise nobody could stay signed in.')
  const services = options['services']?.split(',').map((id) => id.trim()) ?? settings.services
  return {
    ...withoutDatabase(settings),
    demo: settings.demo ?? true,
    port: readPort(options['port'] ?? env['PORT'], settings.port ?? 8080),
    host: options['host'] ?? env['HOST'] ?? settings.host ?? '127.0.0.1',
    dataFolder: resolve(root, options['data'] ?? env['MODELLREGION_DATA'] ?? settings.dataFolder ?? 'data'),
    role: readRole(options['role']),
    ...(url && {
      database: {
        url: checkedUrl(url),
        ownerUrl: env['DATABASE_OWNER_URL'] ?? settings.database?.ownerUrl ?? url,
        jobsUrl: env['DATABASE_JOBS_URL'] ?? settings.database?.jobsUrl ?? url,
        listenUrl: env['DATABASE_LISTEN_URL'] ?? settings.database?.listenUrl ?? url,
        poolSize: settings.database?.poolSize ?? 10,
      },
    }),
    ...(services && { services }),
    development,
    ...(env['MQTT_PORT'] !== undefined && { mqtt: { ...settings.mqtt, port: readPort(env['MQTT_PORT'], 1883) } }),
    rateLimit: settings.rateLimit ?? ((settings.demo ?? true) ? 0 : 1_200),
    https: settings.https ?? false,
    logLevel: env['LOG_LEVEL'] ?? (development ? 'info' : 'warn'),
  }
}

/** The process environment, read here and nowhere else. */
export const processEnvironment = (): Record<string, string | undefined> => process.env

function readFile(path: string, wanted: boolean): Static<typeof ConfigFile> {
  if (!existsSync(path)) {
    if (wanted) throw new OperatorError(`The configuration ${path} does not exist. Copy modellregion.example.json there and change it.`)
    return {}
  }
  const parsed = parse(path)
  const [problem] = Errors(ConfigFile, parsed)
  if (problem) throw new OperatorError(`${path}: ${problem.instancePath || 'the file'} ${problem.message}. See modellregion.example.json for every setting.`)
  return parsed as Static<typeof ConfigFile> // checked in the line above
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new OperatorError(`${path} is not valid JSON (${(error as Error).message}). Mend that place and start again.`)
  }
}

// Keys and certificates may lie in files of their own; a missing one is said at the start, not at the first sign-in.
function withPems(given: Static<typeof ConfigFile>, folder: string): Static<typeof ConfigFile> {
  const tls = given.mqtt?.tls
  const settings = tls ? { ...given, mqtt: { ...given.mqtt, tls: { certificate: readPem(tls.certificate, folder), key: readPem(tls.key, folder) } } } : given
  if (!settings.identity) return settings
  const { eid, bundid } = settings.identity
  const pem = (value: string) => readPem(value, folder)
  const ownKeys = (keys: Static<typeof OwnKeys> | undefined) =>
    keys && { keys: { signingKey: pem(keys.signingKey), signingCertificate: pem(keys.signingCertificate), encryptionKey: pem(keys.encryptionKey), encryptionCertificate: pem(keys.encryptionCertificate) } }
  return {
    ...settings,
    identity: {
      ...settings.identity,
      ...(eid && { eid: { ...eid, signingCertificate: pem(eid.signingCertificate), encryptionCertificate: pem(eid.encryptionCertificate), ...ownKeys(eid.keys) } }),
      ...(bundid && { bundid: { ...bundid, certificates: bundid.certificates.map(pem), ...ownKeys(bundid.keys) } }),
    },
  }
}

function readPem(value: string, folder: string): string {
  if (value.startsWith('-----BEGIN ')) return value
  const path = resolve(folder, value)
  if (!existsSync(path)) throw new OperatorError(`The key or certificate ${path} does not exist. Give the path of a PEM file, or its text.`)
  const text = readFileSync(path, 'utf8').trim()
  if (!text.startsWith('-----BEGIN ')) throw new OperatorError(`${path} is no PEM file: it does not begin with "-----BEGIN". Convert it, for example with openssl.`)
  return text
}

function withoutDatabase(settings: Static<typeof ConfigFile>): Omit<Static<typeof ConfigFile>, 'database'> {
  const { database: _, ...rest } = settings
  return rest
}

function readPort(given: string | undefined, fallback: number): number {
  if (given === undefined) return fallback
  const port = Number(given)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new OperatorError(`"${given}" is no port. Give a number from 1 to 65535, for example --port 8081.`)
}

function readRole(given: string | undefined): Role {
  if (given === undefined) return 'all'
  if (given === 'web' || given === 'worker' || given === 'all') return given
  throw new OperatorError(`"${given}" is no role. Use --role web, --role worker or --role all.`)
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url)) return url
  throw new OperatorError('DATABASE_URL does not begin with postgres://. Example: postgres://user:password@host:5432/modellregion')
}
