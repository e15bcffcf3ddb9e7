/** Lua script in Redis that deletes a key if it has a certain value. `KEYS`: the key. `ARGV`: the value. */
export const deleteIfEqual: string = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`
