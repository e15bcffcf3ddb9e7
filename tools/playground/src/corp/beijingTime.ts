const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** A moment as people in the corp read it on the clock, e.g. `2026-01-05 09:00`. */
export function beijingTime(milliseconds: number): string {
  return format.format(milliseconds)
}

/** A day of the year, e.g. `01-05`. */
export function beijingDay(milliseconds: number): string {
  return beijingTime(milliseconds).slice(5, 10)
}
