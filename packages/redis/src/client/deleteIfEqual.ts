/** Lua script that deletes the key `KEYS[1]` in Redis if the value of the key is `ARGV[1]`. Always returns 1. */
export const deleteIfEqual: string = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`
