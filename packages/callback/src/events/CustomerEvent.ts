/** The fields of an event for an app of the corp, including provider-developed ones. */
export interface AppForm<Family extends string> {
  /** The family. */
  Event: Family
  /** corpid. */
  ToUserName: string
  /** Always `sys`. */
  FromUserName: string
  /** Unix seconds. */
  CreateTime: number
  MsgType: 'event'

  InfoType?: undefined
  SuiteId?: undefined
  AuthCorpId?: undefined
  TimeStamp?: undefined
}

/** The fields of an event for a suite, sent to its instruction URL (指令回调URL). */
export interface SuiteForm<Family extends string> {
  /** The family. */
  InfoType: Family
  /** Id of the suite or template. */
  SuiteId: string
  /** corpid of the corp of the event. */
  AuthCorpId: string
  /** Unix seconds. */
  TimeStamp: number

  Event?: undefined
  ToUserName?: undefined
  FromUserName?: undefined
  CreateTime?: undefined
  MsgType?: undefined
}

/** An event of customer contact in the form for apps. `Content` has its further fields. */
export type EventInApp<Family extends string, Change extends string, Content = unknown> = AppForm<Family> & {
  /** The change within the family. */
  ChangeType: Change
} & Content

/** An event of customer contact in the form for suites. `Content` has its further fields. */
export type EventInSuite<Family extends string, Change extends string, Content = unknown> = SuiteForm<Family> & {
  /** The change within the family. */
  ChangeType: Change
} & Content

/** An event of customer contact in both forms, distinguished by `Event` and `InfoType`. */
export type CustomerEvent<Family extends string, Change extends string, Content = unknown> =
  | EventInApp<Family, Change, Content>
  | EventInSuite<Family, Change, Content>
