// Redis stores three hashes for a suite: the ticket, the permanent codes by corp id, and the timestamps of the codes by
// corp id. The ticket expires, the other two do not.

export const getTicket: string = `return redis.call('HGET', KEYS[1], 'ticket')`

// A later ticket stays. `KEYS`: the key of the ticket. `ARGV`: ticket, timestamp, and time until the ticket expires in
// milliseconds.
export const setTicket: string = `
local known = tonumber(redis.call('HGET', KEYS[1], 'timestamp') or 0)
if known > tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'ticket', ARGV[1], 'timestamp', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`

// `KEYS`: the key of the codes. `ARGV`: the corp id.
export const getPermanentCode: string = `return redis.call('HGET', KEYS[1], ARGV[1])`

// A later code stays. `KEYS`: the keys of the codes and of the timestamps. `ARGV`: corp id, code and timestamp.
export const setPermanentCode: string = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0)
if known > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
return 1`

// A later code stays. `KEYS`: the keys of the codes and of the timestamps. `ARGV`: corp id and timestamp.
export const deletePermanentCode: string = `
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0)
if known > tonumber(ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 1`

export const listCorpIds: string = `return redis.call('HKEYS', KEYS[1])`
