/**
 * The scripts of the suite store. A suite has a hash with its ticket, which expires, and two hashes by corp id that stay:
 * permanent codes, and the timestamps of the events that brought them.
 */

export const getTicket: string = `return redis.call('HGET', KEYS[1], 'ticket')`

/** KEYS: ticket. ARGV: ticket, timestamp, time in ms. */
export const setTicket: string = `
local known = tonumber(redis.call('HGET', KEYS[1], 'timestamp') or 0)
if known > tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'ticket', ARGV[1], 'timestamp', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`

/** KEYS: codes. ARGV: corp id. */
export const getPermanentCode: string = `return redis.call('HGET', KEYS[1], ARGV[1])`

/** KEYS: codes, timestamps. ARGV: corp id, code, timestamp. */
export const setPermanentCode: string = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0)
if known > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
return 1`

/** KEYS: codes, timestamps. ARGV: corp id, timestamp. */
export const deletePermanentCode: string = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0)
if known > tonumber(ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1`

/** KEYS: codes. */
export const listCorpIds: string = `return redis.call('HKEYS', KEYS[1])`
