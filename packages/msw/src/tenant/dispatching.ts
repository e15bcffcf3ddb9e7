/** WeCom says only that large messages take a moment; how many tasks or receivers a second is our reading. */
const perSecond = 1000

/** Seconds that it takes to hand out something to so many. What is small is there at once. */
export function dispatchSeconds(count: number): number {
  return Math.floor(count / perSecond)
}
