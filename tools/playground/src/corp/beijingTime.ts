const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Formats a time in China time, e.g. `2026-01-05 09:00`. */
export function beijingTime(milliseconds: number): string {
  return format.format(milliseconds)
}

/** Formats month and day in China time, e.g. `01-05`. */
export function beijingDay(milliseconds: number): string {
  return beijingTime(milliseconds).slice(5, 10)
}
