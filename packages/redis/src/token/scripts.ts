/**
 * The scripts of the token store. The hash of versions of a key has two fields: `given`, the version of the last lock,
 * and `saved`, that of the last value. It outlasts every token, so that a late process is still known to be late.
 */

const versionsLifetime = 24 * 3_600_000

export const get: string = `return redis.call('GET', KEYS[1])`

export const set: string = `redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1`

/** Also releases a lock: its value is the id of the holder. */
export const deleteIfEqual: string = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`

/** KEYS: value, versions. ARGV: value, time in ms, version. Returns whether it was set. */
export const setIfNewer: string = `
local saved = tonumber(redis.call('HGET', KEYS[2], 'saved') or 0)
if saved > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[2], 'saved', ARGV[3])
redis.call('PEXPIRE', KEYS[2], math.max(${versionsLifetime}, 2 * tonumber(ARGV[2])))
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`

/** KEYS: lock, versions. ARGV: id of the holder, time in ms. Returns the version; 0 if another process holds the lock. */
export const lock: string = `
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
local version = redis.call('HINCRBY', KEYS[2], 'given', 1)
redis.call('PEXPIRE', KEYS[2], ${versionsLifetime})
return version`

/** KEYS: lock. ARGV: id of the holder, time in ms. Returns whether the lock is still the holder's. */
export const renew: string = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`
