/** Fields that all events for a self-built app (自建应用) or a provider-developed app (代开发应用) have in common. */
export interface AppForm<Family extends string> {
  /** Kind of the event, such as `change_external_contact`. The field `ChangeType` names the exact change. */
  Event: Family
  /** Corp id (corpid) of the corp in which the event happened. */
  ToUserName: string
  /** Sender of the event. Always `sys`. */
  FromUserName: string
  /** Time of the event, in unix seconds. */
  CreateTime: number
  MsgType: 'event'

  InfoType?: undefined
  SuiteId?: undefined
  AuthCorpId?: undefined
  TimeStamp?: undefined
}

/**
 * Fields that all customer-contact events for a suite (third-party app, 第三方应用) have in common. WeCom sends these events
 * to the instruction callback URL (指令回调URL) of the suite.
 */
export interface SuiteForm<Family extends string> {
  /** Kind of the event, such as `change_external_contact`. The field `ChangeType` names the exact change. */
  InfoType: Family
  /** Id of the suite (third-party app), or of the template (代开发模板) of a provider-developed app. */
  SuiteId: string
  /** Corp id (corpid) of the corp in which the event happened. */
  AuthCorpId: string
  /** Time of the event, in unix seconds. */
  TimeStamp: number

  Event?: undefined
  ToUserName?: undefined
  FromUserName?: undefined
  CreateTime?: undefined
  MsgType?: undefined
}

/**
 * Type of a customer-contact event that self-built and provider-developed apps receive. `Family` is the type of the
 * field `Event`, and `Change` is the type of the field `ChangeType`. `Content` is the type of the fields that only this
 * event has.
 */
export type EventInApp<Family extends string, Change extends string, Content = unknown> = AppForm<Family> & {
  /** Name of the exact change, such as `add_external_contact`. */
  ChangeType: Change
} & Content

/**
 * Type of a customer-contact event that suites (third-party apps, 第三方应用) receive. `Family` is the type of the field
 * `InfoType`, and `Change` is the type of the field `ChangeType`. `Content` is the type of the fields that only this
 * event has.
 */
export type EventInSuite<Family extends string, Change extends string, Content = unknown> = SuiteForm<Family> & {
  /** Name of the exact change, such as `add_external_contact`. */
  ChangeType: Change
} & Content

/** Type of a customer-contact event in both forms: `EventInApp` for apps, and `EventInSuite` for suites. */
export type CustomerEvent<Family extends string, Change extends string, Content = unknown> =
  | EventInApp<Family, Change, Content>
  | EventInSuite<Family, Change, Content>
