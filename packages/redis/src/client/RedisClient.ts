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

/**
 * Your Redis client, which must be connected: a client of ioredis, or of the package `redis` (node-redis). You open and
 * close the client.
 */
export type RedisClient = IoRedisClient | NodeRedisClient

/** Options that every function of this package accepts. */
export interface RedisOptions {
  /** Prefix of all keys that the created store or limiter uses in Redis, e.g. `staging:`. Default: no prefix. */
  readonly prefix?: string | undefined
  /**
   * Time limit of one Redis command, in milliseconds. Default 2,000. A command that takes longer counts as failed.
   * Without a limit, commands could wait forever, because a Redis client queues commands while it reconnects.
   */
  readonly timeout?: number | undefined
}
