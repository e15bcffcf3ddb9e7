import type { Finding } from './Finding.ts'

// `Date` headers contain whole seconds, and a response takes time to arrive.
const tolerated = 5000

export function checkClock(dates: readonly { readonly theirs: number; readonly ours: number }[]): Finding {
  const [first] = dates
  if (!first) return { check: 'clock', status: 'skipped', text: 'no answer has a valid Date header' }
  const ahead = first.ours - first.theirs
  const seconds = Math.round(Math.abs(ahead) / 1000)
  if (Math.abs(ahead) <= tolerated)
    return { check: 'clock', status: 'ok', text: "differs from WeCom's clock by at most 5 s" }
  return {
    check: 'clock',
    status: 'warning',
    text: `${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} WeCom's clock. Synchronise the clock of this machine: welcome codes are valid for 20 s.`,
  }
}
