// The test server brings no types; this is the part of it that the tests use.
declare module 'smtp-server' {
  import type { Readable } from 'node:stream'
  import type { Server } from 'node:net'
  type Session = { envelope: { rcptTo: { address: string }[] } }
  type Options = {
    authOptional: boolean
    disableReverseLookup: boolean
    disabledCommands: readonly string[]
    onRcptTo(address: { address: string }, session: Session, done: (error?: Error | null) => void): void
    onData(stream: Readable, session: Session, done: (error?: Error | null) => void): void
  }
  export class SMTPServer {
    constructor(options: Options)
    readonly server: Server
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
  }
}
