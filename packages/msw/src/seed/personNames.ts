const surnames = ['王', '李', '张', '刘', '陈', '杨', '黄', '周']
const givenNames = ['晓明', '丽', '建国', '婷', '浩然', '雪', '志强', '敏', '子涵', '涛']

/** A person's name, of two numbers: the same for the same. */
export function personName(surname: number, givenName: number): string {
  return `${surnames[surname % surnames.length]}${givenNames[givenName % givenNames.length]}`
}
