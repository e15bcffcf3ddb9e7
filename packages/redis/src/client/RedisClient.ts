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

/** Your connected client: of ioredis, or of the package `redis`. You open and close it. */
export type RedisClient = IoRedisClient | NodeRedisClient

/** Options of every function of this package. */
export interface RedisOptions {
  /** Prefix of every key, e.g. `staging:`. Default: none. */
  readonly prefix?: string | undefined
  /**
   * Milliseconds for one command. A longer one counts as failed, because clients queue commands without end while they
   * reconnect. Default 2,000.
   */
  readonly timeout?: number | undefined
}
