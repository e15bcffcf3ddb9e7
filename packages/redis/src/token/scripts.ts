/**
 * Time to live of the versions of a key, in milliseconds. The versions are a hash with two fields: `given`, the version
 * of the last lock, and `saved`, the version of the last value. The hash outlasts every token, so that the store still
 * recognises a process that is late.
 */

const versionsLifetime = 24 * 3_600_000

export const get: string = `return redis.call('GET', KEYS[1])`

export const set: string = `redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1`

/**
 * Lua script that deletes a key if it has a given value. It also releases a lock, whose value is the id of the holder.
 */
export const deleteIfEqual: string = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`

/**
 * Lua script that sets a value unless a newer one is stored. KEYS: value, versions. ARGV: value, time to live in ms,
 * version. Returns whether the value was set.
 */
export const setIfNewer: string = `
local saved = tonumber(redis.call('HGET', KEYS[2], 'saved') or 0)
if saved > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[2], 'saved', ARGV[3])
redis.call('PEXPIRE', KEYS[2], math.max(${versionsLifetime}, 2 * tonumber(ARGV[2])))
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`

/**
 * Lua script that takes a lock. KEYS: lock, versions. ARGV: id of the holder, time to live in ms. Returns the version,
 * or 0 if another process holds the lock.
 */
export const lock: string = `
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
local version = redis.call('HINCRBY', KEYS[2], 'given', 1)
redis.call('PEXPIRE', KEYS[2], ${versionsLifetime})
return version`

/**
 * Lua script that renews a lock. KEYS: lock. ARGV: id of the holder, time to live in ms. Returns whether the holder
 * still has the lock.
 */
export const renew: string = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`
