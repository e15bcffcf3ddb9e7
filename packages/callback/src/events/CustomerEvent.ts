/**
 * Fields that an event has if the receiver is a self-built app (自建应用) or a provider-developed app (代开发应用). `Family` is
 * the value of `Event`, such as `change_external_contact`.
 */
export interface AppForm<Family extends string> {
  /** Kind of the event, such as `change_external_contact`. The field `ChangeType` names the exact change. */
  Event: Family
  /** Corp id (corpid) of the corp in which the event happened. */
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

/**
 * Fields that an event of customer contact has if the receiver is a suite (third-party app, 第三方应用). WeCom sends these
 * events to the instruction callback URL (指令回调URL) of the suite. `Family` is the value of `InfoType`.
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
 * Event of customer contact as a self-built or provider-developed app receives it. `Content` is the type of the fields
 * that only this event has.
 */
export type EventInApp<Family extends string, Change extends string, Content = unknown> = AppForm<Family> & {
  /** Name of the exact change, such as `add_external_contact`. */
  ChangeType: Change
} & Content

/**
 * Event of customer contact as a suite (third-party app, 第三方应用) receives it. `Content` is the type of the fields that
 * only this event has.
 */
export type EventInSuite<Family extends string, Change extends string, Content = unknown> = SuiteForm<Family> & {
  /** Name of the exact change, such as `add_external_contact`. */
  ChangeType: Change
} & Content

/**
 * Event of customer contact. In an event for a self-built or provider-developed app, the field `Event` contains the
 * kind of event. In an event for a suite (third-party app, 第三方应用), the field `InfoType` contains it.
 */
export type CustomerEvent<Family extends string, Change extends string, Content = unknown> =
  | EventInApp<Family, Change, Content>
  | EventInSuite<Family, Change, Content>
