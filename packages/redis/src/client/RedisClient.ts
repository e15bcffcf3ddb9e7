/** The part of an ioredis client (`Redis`, `Cluster`) that this package uses. */
export interface IoRedisClient {
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>
  evalsha(sha1: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>
}

/** The part of a node-redis client (`createClient`, `createCluster`, `createClientPool`) that this package uses. */
export interface NodeRedisClient {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
  evalSha(sha1: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
}

/** A connected client of yours: of ioredis, or of the package `redis`. You open it and close it. */
export type RedisClient = IoRedisClient | NodeRedisClient

/** What every function of this package takes beside the client. */
export interface RedisOptions {
  /** Stands before every key, e.g. `staging:`. Default: nothing. */
  readonly prefix?: string | undefined
  /**
   * Milliseconds for one command. A client that waits for its connection queues commands without end; a command that
   * takes longer counts as failed. Default 2,000.
   */
  readonly timeout?: number | undefined
}
