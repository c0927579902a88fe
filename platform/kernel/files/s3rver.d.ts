// The test double of an S3 store brings no types; this is the part of it that the tests use.
declare module 's3rver' {
  export default class S3rver {
    constructor(options: { port: number; address: string; silent: boolean; directory: string; configureBuckets: readonly { name: string; configs: readonly string[] }[] })
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}
