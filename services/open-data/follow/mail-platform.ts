import type { Config, Platform } from '@modellregion/kernel'

/** What writing letters needs of the running process. */
export type MailPlatform = Pick<Platform, 'database' | 'mailer' | 'now'> & { config: Pick<Config, 'https' | 'port'> }
