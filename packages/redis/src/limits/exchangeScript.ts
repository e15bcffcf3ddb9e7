/**
 * The Lua script of the limiter. A process sends what it knows about a lane, which is the calls of one endpoint, and the
 * calls that wait in this process. The script returns which of these calls may be sent ("get a place").
 *
 * KEYS: the lane, the relations of the corp. ARGV: the request as JSON (`ExchangeRequest`).
 * Returns: numbers of the calls that got a place ("1,3"), width, epoch, processes, ms until the lane opens (if negative,
 * the time since it opened), errmsg of WeCom.
 *
 * The lane is one JSON text:
 * - `width`: the number of calls that may be under way. `epoch` counts its reductions, `worked` the successes since it
 *   changed.
 * - `processes`: for each process its calls under way (`active`) and waiting, when it was `seen`, and its `turn`, the
 *   number of its last place. If a process has not been seen for a lease, its calls no longer count.
 *
 * A free place goes to the process that asks, so that it is used at once, unless a rival has a right to it. A rival is a
 * process with at least two calls less under way, or one with no more calls under way and without a turn for four rounds
 * of the lane. Rivals are always before the process in the order of (active, turn), so no two processes wait for each
 * other. Such a place stays free until the rival asks, which it does every 50 ms. A rival that has not asked for half a
 * second loses its right.
 */
export const exchangeScript: string = `
local request = cjson.decode(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local minute, hour, patience, rounds, widening = 60000, 3600000, 500, 4, 20

local text = redis.call('GET', KEYS[1])
local lane = text and cjson.decode(text)
  or { width = request.width, epoch = request.epoch, worked = 0, turn = 0, shutUntil = 0, errmsg = '', processes = {} }

-- Redis has lost its data since, and another process was the first to come back.
if request.epoch > lane.epoch then
  lane.width, lane.epoch = math.min(lane.width, request.width), request.epoch
end
if lane.width > request.widest then lane.width = request.widest end
if request.narrow == lane.epoch then
  lane.width = math.ceil(lane.width / 2)
  lane.worked = 0
  lane.epoch = lane.epoch + 1
end
lane.worked = lane.worked + request.worked
while lane.worked >= widening and lane.width < request.widest do
  lane.width = lane.width + 1
  lane.worked = lane.worked - widening
end
if lane.width >= request.widest then lane.worked = 0 end
if request.shutMs > 0 and now >= lane.shutUntil then
  local span = now - lane.shutUntil < minute and hour or minute
  lane.shutUntil = now + math.min(hour, math.max(span, request.shutMs))
  lane.errmsg = request.errmsg
end

local me = lane.processes[request.id] or { turn = 0 }
lane.processes[request.id] = me
me.seen, me.active, me.waiting = now, request.active, 0
local total, count = 0, 0
for id, process in pairs(lane.processes) do
  if now - process.seen > minute then
    lane.processes[id] = nil
  else
    count = count + 1
    if now - process.seen > request.lease then process.active, process.waiting = 0, 0 end
    total = total + process.active
  end
end

local related = #request.held + #request.freed
for _, want in ipairs(request.wants) do
  if want ~= '' then related = related + 1 end
end
local relations = {}
if related > 0 then
  local relationsText = redis.call('GET', KEYS[2])
  relations = relationsText and cjson.decode(relationsText) or {}
  for name, holder in pairs(relations) do
    if now > holder.till then relations[name] = nil end
  end
  for _, name in ipairs(request.freed) do
    if relations[name] and relations[name].id == request.id then relations[name] = nil end
  end
  for _, name in ipairs(request.held) do
    if not relations[name] or relations[name].id == request.id then
      relations[name] = { id = request.id, till = now + request.lease }
    end
  end
end

local eligible = {}
for number, want in ipairs(request.wants) do
  if want == '' or not relations[want] then table.insert(eligible, number) end
end
local granted = {}
if now >= lane.shutUntil and #eligible > 0 then
  local rivals = {}
  for id, process in pairs(lane.processes) do
    if id ~= request.id and process.waiting > 0 and now - process.seen <= patience then
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
      local want = request.wants[number]
      if want ~= '' then relations[want] = { id = request.id, till = now + request.lease } end
    else
      taker.waiting = taker.waiting - 1
    end
  end
end
if now >= lane.shutUntil then me.waiting = #eligible - #granted end

redis.call('SET', KEYS[1], cjson.encode(lane), 'PX', math.max(hour, lane.shutUntil - now + 2 * minute))
if related > 0 then redis.call('SET', KEYS[2], cjson.encode(relations), 'PX', request.lease) end
return { table.concat(granted, ','), lane.width, lane.epoch, count, lane.shutUntil - now, lane.errmsg }`
