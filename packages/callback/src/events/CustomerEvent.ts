/** How an app hears of customer contact: a corp's own one, or one that a provider has developed for it. */
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

/** How a suite hears of customer contact, at its instruction URL (指令回调URL). */
export interface SuiteForm<Family extends string> {
  /** The family. */
  InfoType: Family
  /** Id of the suite or template. */
  SuiteId: string
  /** corpid of the corp where it happened. */
  AuthCorpId: string
  /** Unix seconds. */
  TimeStamp: number

  Event?: undefined
  ToUserName?: undefined
  FromUserName?: undefined
  CreateTime?: undefined
  MsgType?: undefined
}

/** An event of customer contact, in the form for apps. `Content` is what it says besides. */
export type EventInApp<Family extends string, Change extends string, Content = unknown> = AppForm<Family> & {
  /** What happened, within the family. */
  ChangeType: Change
} & Content

/** An event of customer contact, in the form for suites. `Content` is what it says besides. */
export type EventInSuite<Family extends string, Change extends string, Content = unknown> = SuiteForm<Family> & {
  /** What happened, within the family. */
  ChangeType: Change
} & Content

/** An event of customer contact that comes in both forms: `Event` and `InfoType` tell them apart. */
export type CustomerEvent<Family extends string, Change extends string, Content = unknown> =
  | EventInApp<Family, Change, Content>
  | EventInSuite<Family, Change, Content>
