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

/** A connected client of yours, from ioredis or from the package `redis`. You open and close it. */
export type RedisClient = IoRedisClient | NodeRedisClient

/** Options of every function of this package. */
export interface RedisOptions {
  /** Prefix of every key in Redis, e.g. `staging:`. Default: no prefix. */
  readonly prefix?: string | undefined
  /**
   * Time limit of one command, in milliseconds. Default 2,000. A command that takes longer counts as failed, because
   * clients queue commands without end while they reconnect.
   */
  readonly timeout?: number | undefined
}
