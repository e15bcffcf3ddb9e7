// Runs one caller in its own process, so that garbage, optimised code and open connections of one do not slow another.
import type { Call, Caller, CallerModule } from './Caller.ts'
import { runCalls, type Turn } from './runCalls.ts'

let call: Call | undefined

const answer = async (message: Caller | Turn): Promise<unknown> => {
  if (call) return runCalls(call, message as Turn)
  const { module, options } = message as Caller
  const { createCall } = (await import(`./${module}`)) as CallerModule
  call = await createCall(options as never)
  // The first call shows whether the caller works.
  await call()
  return 'ready'
}
process.on('message', (message: Caller | Turn) => void answer(message).then((value) => process.send?.(value)))
process.on('disconnect', () => process.exit())
