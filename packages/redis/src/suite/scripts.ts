/**
 * Lua script that returns the ticket of a suite. A suite has three hashes: its ticket, which expires, the permanent
 * codes by corp id, and the timestamps of the events with these codes. The last two do not expire.
 */

export const getTicket: string = `return redis.call('HGET', KEYS[1], 'ticket')`

/** Lua script that sets the ticket. KEYS: ticket. ARGV: ticket, timestamp, time to live in ms. */
export const setTicket: string = `
local known = tonumber(redis.call('HGET', KEYS[1], 'timestamp') or 0)
if known > tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'ticket', ARGV[1], 'timestamp', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`

/** Lua script that returns a permanent code. KEYS: codes. ARGV: corp id. */
export const getPermanentCode: string = `return redis.call('HGET', KEYS[1], ARGV[1])`

/** Lua script that sets a permanent code. KEYS: codes, timestamps. ARGV: corp id, code, timestamp. */
export const setPermanentCode: string = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0)
if known > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
return 1`

/** Lua script that deletes a permanent code. KEYS: codes, timestamps. ARGV: corp id, timestamp. */
export const deletePermanentCode: string = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0)
if known > tonumber(ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1`

/** Lua script that lists the corps with a permanent code. KEYS: codes. */
export const listCorpIds: string = `return redis.call('HKEYS', KEYS[1])`
