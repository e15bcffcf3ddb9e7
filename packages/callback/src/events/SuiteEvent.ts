/** What events of the suite itself have in common. They only come to its instruction URL (指令回调URL). */
export interface SuiteEvent<Info extends string> {
  InfoType: Info
  /** Unix seconds. */
  TimeStamp: number

  ChangeType?: undefined
  Event?: undefined
  CreateTime?: undefined
}
