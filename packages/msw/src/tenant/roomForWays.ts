import { Refusal } from '../Refusal.ts'
import type { Tenant } from './Tenant.ts'

/** Contact ways and join ways of a corp together, those for temporary sessions aside. */
const maxWays = 500_000

/** @throws {Refusal} 41045: there are as many as there may be. */
export function checkRoomForWay({ contactWays, joinWays }: Tenant): void {
  const count = joinWays.list().length + contactWays.list().filter(({ is_temp }) => !is_temp).length
  if (count >= maxWays) throw new Refusal(41045)
}
