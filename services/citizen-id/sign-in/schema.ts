/** One bucket of tries: how often it failed, and until when it has to wait. */
export type Bucket = { name: string; failures: number; waitUntil: Date }
