/** The fields of an event that an app of the corp receives, including provider-developed apps. */
export interface AppForm<Family extends string> {
  /** Name of the event's family. */
  Event: Family
  /** Id of the corp (corpid). */
  ToUserName: string
  /** Sender of the event, always `sys`. */
  FromUserName: string
  /** Time of the event, in unix seconds. */
  CreateTime: number
  MsgType: 'event'

  InfoType?: undefined
  SuiteId?: undefined
  AuthCorpId?: undefined
  TimeStamp?: undefined
}

/** The fields of an event that a suite receives at its instruction URL (指令回调URL). */
export interface SuiteForm<Family extends string> {
  /** Name of the event's family. */
  InfoType: Family
  /** Id of the suite or template. */
  SuiteId: string
  /** Id of the corp in which the event happened. */
  AuthCorpId: string
  /** Time of the event, in unix seconds. */
  TimeStamp: number

  Event?: undefined
  ToUserName?: undefined
  FromUserName?: undefined
  CreateTime?: undefined
  MsgType?: undefined
}

/** An event of customer contact in the form for apps. `Content` describes its further fields. */
export type EventInApp<Family extends string, Change extends string, Content = unknown> = AppForm<Family> & {
  /** Name of the change within the family. */
  ChangeType: Change
} & Content

/** An event of customer contact in the form for suites. `Content` describes its further fields. */
export type EventInSuite<Family extends string, Change extends string, Content = unknown> = SuiteForm<Family> & {
  /** Name of the change within the family. */
  ChangeType: Change
} & Content

/** An event of customer contact in either form. `Event` marks the form for apps, `InfoType` the form for suites. */
export type CustomerEvent<Family extends string, Change extends string, Content = unknown> =
  | EventInApp<Family, Change, Content>
  | EventInSuite<Family, Change, Content>
