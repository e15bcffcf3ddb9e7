// Redis has one hash for each token, with two numbers: `given` is the version of the last lock, `saved` is the version
// of the last saved token.

// Time until Redis deletes the version numbers of a token, in milliseconds. It must be longer than the lifetime of any
// token, so that the store recognises a slow process that tries to save an old token.
const versionsLifetime = 24 * 3_600_000

export const get: string = `return redis.call('GET', KEYS[1])`

export const set: string = `redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1`

// Also releases a lock: the value of a lock is the id of its process.
export { deleteIfEqual } from '../client/deleteIfEqual.ts'

// A token with a higher version stays. `KEYS`: the keys of the token and of its version numbers. `ARGV`: token, time
// until it expires in milliseconds, and version. Returns 1 if the token was saved, otherwise 0.
export const setIfNewer: string = `
local saved = tonumber(redis.call('HGET', KEYS[2], 'saved') or 0)
if saved > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[2], 'saved', ARGV[3])
redis.call('PEXPIRE', KEYS[2], math.max(${versionsLifetime}, 2 * tonumber(ARGV[2])))
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`

// `KEYS`: the keys of the lock and of the version numbers. `ARGV`: id of the process, and time until the lock expires
// in milliseconds. Returns the version of the lock, or 0 if another process has the lock. The process itself may have
// the lock already, because a client may send a command again after a lost connection. If Redis lost its data while a
// process requested a token, `saved` may be higher than `given`.
export const lock: string = `
local isNew = redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
if not isNew and redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local given, saved = unpack(redis.call('HMGET', KEYS[2], 'given', 'saved'))
local version = math.max(tonumber(given or 0), tonumber(saved or 0)) + 1
redis.call('HSET', KEYS[2], 'given', version)
redis.call('PEXPIRE', KEYS[2], ${versionsLifetime})
return version`

// `KEYS`: the key of the lock. `ARGV`: id of the process, and the new time until the lock expires in milliseconds.
// Returns 0 if the process no longer has the lock, otherwise 1.
export const renew: string = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`
