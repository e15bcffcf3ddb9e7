import type { KnownEvent } from './CallbackEvent.ts'

/** Names of the fields that are numbers, of whichever event. No name is a number here and a text there. */
type NumberField<Event> = Event extends unknown
  ? {
      [Name in keyof Event]-?: [NonNullable<Event[Name]>] extends [never] ? never : NumberName<Event, Name>
    }[keyof Event]
  : never
type NumberName<Event, Name extends keyof Event> = NonNullable<Event[Name]> extends number ? Name : never

/** As a record, because the compiler then wants each of them. */
export const numberFields: Readonly<Record<NumberField<KnownEvent>, true>> = {
  CreateTime: true,
  TimeStamp: true,
  JoinScene: true,
  QuitScene: true,
  MemChangeCnt: true,
  ExpireTime: true,
  ExpireQuotaNum: true,
  Price: true,
  EffectiveTime: true,
}
