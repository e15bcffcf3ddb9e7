/**
 * Fields of an event about a suite (third-party app, 第三方应用) itself. WeCom sends such an event only to the instruction
 * callback URL (指令回调URL) of the suite.
 */
export interface SuiteEvent<Info extends string> {
  InfoType: Info
  /** Time of the event, in unix seconds. */
  TimeStamp: number

  ChangeType?: undefined
  Event?: undefined
  CreateTime?: undefined
}
