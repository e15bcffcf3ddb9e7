export type { IoRedisClient, NodeRedisClient, RedisClient, RedisOptions } from './client/RedisClient.ts'
export { redisDedupeStore, type RedisDedupeStore } from './dedupe/redisDedupeStore.ts'
export { redisTokenStore } from './token/redisTokenStore.ts'
