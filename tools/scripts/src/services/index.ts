export { startMariaDb, type MariaDbServer } from './startMariaDb.ts'
export { startPostgres, type PostgresServer } from './startPostgres.ts'
export { startRedis, type RedisServer } from './startRedis.ts'
