/**
 * Fields that all events about a suite itself have in common. The suite is a third-party app (第三方应用), or a template of
 * provider-developed apps (代开发模板). WeCom sends these events only to the instruction callback URL (指令回调URL) of the
 * suite.
 */
export interface SuiteEvent<Info extends string> {
  InfoType: Info
  /** Time of the event, in unix seconds. */
  TimeStamp: number

  ChangeType?: undefined
  Event?: undefined
  CreateTime?: undefined
}
