// The state of an endpoint (`lane`) is one JSON text. A "place" is the permission to send one call.
// - `width` is the number of calls that may be under way at the same time.
// - `epoch` is the number of times that the script reduced `width`.
// - `worked` is the number of calls that succeeded since `width` last changed.
// - `processes` contains an entry for each process. `active` is the number of its calls under way, and `waiting` the
//   number of its waiting calls. `seen` is the time of its last message. The script numbers the places of an endpoint
//   in the order in which it gives them, and `turn` is the number of the newest place of the process. If a process
//   sends no message for the time `lease`, which may differ between processes, its calls no longer count.
// - `blockedUntil` is the end of the newest block by WeCom, and `span` the length of this block.
//
// The process that sends the message (the sender) usually receives the free places, because it can use them at once. A
// different process with waiting calls has a right to a free place in two cases:
// - It has at least two calls fewer under way than the sender.
// - It does not have more calls under way than the sender, and it has received no place for four rounds. The number of
//   places that the script gives in a round is `width` or the number of processes, whichever is larger.
//
// A place to which a different process has a right stays free until that process asks for it. A process with waiting
// calls asks at least every 50 ms. A process that has not asked for half a second loses its right.
//
// Two processes never wait for each other. The script orders the processes by `active`, and processes with the same
// `active` by `turn`. The process with the right is always the first one in this order.

/**
 * Lua script that runs in Redis and decides which waiting requests of a process may be sent to WeCom. A request that
 * may be sent has "a place".
 *
 * - `KEYS` contains two keys. The first key is for the limit and the counts of one endpoint. The second key is for the
 *   follow relations (a member and a customer) that requests of the corp are changing at this time.
 * - `ARGV` contains one `ExchangeRequest` as JSON.
 * - The reply is an array of six values. The first value says which requests in the list `waitingCalls` of the
 *   `ExchangeRequest` received a place. It is a text such as "1,3", where 1 is the first request. The next values are
 *   the fields `width`, `epoch`, `processes`, `blockedMs` and `errmsg` of `ExchangeReply`, in this order.
 */
export const exchangeScript: string = `
local request = cjson.decode(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local minute, hour, patience, rounds, widening = 60000, 3600000, 500, 4, 20

-- The clock of Redis may go back, e.g. if another server takes over. An entry from the future counts as new.
local function age(entry)
  entry.seen = math.min(entry.seen, now)
  return now - entry.seen
end

local text = redis.call('GET', KEYS[1])
local new = { width = request.width, epoch = request.epoch, worked = 0, turn = 0, processes = {} }
new.blockedUntil, new.span, new.errmsg = 0, 0, ''
local lane = text and cjson.decode(text) or new

-- The rest of a block is never longer than the whole block.
lane.blockedUntil = math.min(lane.blockedUntil, now + lane.span)
-- Redis has lost its data since, and another process was the first to come back.
if request.epoch > lane.epoch then
  lane.width, lane.epoch = math.min(lane.width, request.width), request.epoch
end
if lane.width > request.concurrency then lane.width = request.concurrency end
if request.epochOf45033 == lane.epoch then
  lane.width = math.ceil(lane.width / 2)
  lane.worked = 0
  lane.epoch = lane.epoch + 1
end
lane.worked = lane.worked + request.worked
while lane.worked >= widening and lane.width < request.concurrency do
  lane.width = lane.width + 1
  lane.worked = lane.worked - widening
end
if lane.width >= request.concurrency then lane.worked = 0 end
if request.blockedMs > 0 and now >= lane.blockedUntil then
  -- A report may be late. A call that WeCom refused during the block does not mean that WeCom blocked the endpoint again.
  local refusedAt = now + request.blockedMs - minute
  local again = refusedAt >= lane.blockedUntil and refusedAt - lane.blockedUntil < minute
  local span = again and hour or minute
  lane.span = math.min(hour, math.max(span, request.blockedMs))
  lane.blockedUntil = now + lane.span
  lane.errmsg = request.errmsg
end

local me = lane.processes[request.id] or { turn = 0 }
lane.processes[request.id] = me
me.seen, me.lease, me.active, me.waiting = now, request.lease, request.active, 0
local total, count = 0, 0
for id, process in pairs(lane.processes) do
  if age(process) > math.max(minute, process.lease) then
    lane.processes[id] = nil
  else
    count = count + 1
    if age(process) > process.lease then process.active, process.waiting = 0, 0 end
    total = total + process.active
  end
end

local relations = {}
if request.changesRelations then
  local relationsText = redis.call('GET', KEYS[2])
  relations = relationsText and cjson.decode(relationsText) or {}
  -- The sender changes the relations in request.relationsInUse, and no others. Its other entries are left from calls
  -- that have ended, or from a reply that was lost.
  for name, holder in pairs(relations) do
    if holder.id == request.id or age(holder) > holder.lease then relations[name] = nil end
  end
  for _, name in ipairs(request.relationsInUse) do
    if not relations[name] then relations[name] = { id = request.id, seen = now, lease = request.lease } end
  end
end

local eligible = {}
for number, relation in ipairs(request.waitingCalls) do
  if relation == '' or not relations[relation] then table.insert(eligible, number) end
end
local granted = {}
if now >= lane.blockedUntil and #eligible > 0 then
  local rivals = {}
  for id, process in pairs(lane.processes) do
    if id ~= request.id and process.waiting > 0 and age(process) <= patience then
      table.insert(rivals, { active = process.active, turn = process.turn, waiting = process.waiting })
    end
  end
  local turn = lane.turn
  for _ = total + 1, lane.width do
    if #granted == #eligible then break end
    local best
    for _, rival in ipairs(rivals) do
      local hasWaited = rival.turn < me.turn and turn - rival.turn > rounds * math.max(lane.width, count)
      local isOwed = rival.active + 1 < me.active or (rival.active <= me.active and hasWaited)
      if rival.waiting > 0 and isOwed and (not best or rival.turn < best.turn) then best = rival end
    end
    turn = turn + 1
    local taker = best or me
    taker.active, taker.turn = taker.active + 1, turn
    if taker == me then
      lane.turn = turn
      local number = eligible[#granted + 1]
      table.insert(granted, number)
      local relation = request.waitingCalls[number]
      if relation ~= '' then relations[relation] = { id = request.id, seen = now, lease = request.lease } end
    else
      taker.waiting = taker.waiting - 1
    end
  end
end
if now >= lane.blockedUntil then me.waiting = #eligible - #granted end

redis.call('SET', KEYS[1], cjson.encode(lane), 'PX', math.max(hour, lane.blockedUntil - now + 2 * minute))
if request.changesRelations then
  local expiry = 1
  for _, holder in pairs(relations) do expiry = math.max(expiry, holder.lease - age(holder) + 1) end
  redis.call('SET', KEYS[2], cjson.encode(relations), 'PX', expiry)
end
return { table.concat(granted, ','), lane.width, lane.epoch, count, lane.blockedUntil - now, lane.errmsg }`
