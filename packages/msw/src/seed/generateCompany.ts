import type { Department, Member } from '../tenant/members.ts'
import type { TagGroup } from '../tenant/tags.ts'
import type { CorpSize } from './GeneratedSeed.ts'
import { personName } from './personNames.ts'
import type { SeedFile } from './SeedFile.ts'

const membersInDepartment = 50
const tagNames = ['重要', '普通', '潜在']
/** 5 January 2026, nine o'clock in Beijing. */
export const generatedTime: number = Date.UTC(2026, 0, 5, 1) / 1000
/** Of the tags that customers may have. */
export const generatedTagIds: readonly string[] = tagNames.map((_, index) => `etGenerated${index + 1}`)

/** A generated corp without its customers. */
export function generateCompany({ members }: CorpSize): SeedFile {
  return {
    time: new Date(generatedTime * 1000).toISOString(),
    departments: [
      { id: 1, name: '总部', parentid: 0 },
      ...Array.from({ length: Math.ceil(members / membersInDepartment) }, toDepartment),
    ],
    members: Array.from({ length: members }, toMember),
    tag_groups: [tagGroup],
  }
}

/** The userid of a member, counted from 0. */
export function generatedUserid(index: number): string {
  return `member${index + 1}`
}

function toDepartment(_: unknown, index: number): Department {
  return { id: index + 2, name: `销售${index + 1}部`, parentid: 1 }
}

function toMember(_: unknown, index: number): Member {
  return {
    userid: generatedUserid(index),
    name: personName(index, Math.floor(index / 8)),
    department: [Math.floor(index / membersInDepartment) + 2],
    customer_contact: true,
    verified: true,
  }
}

const tagGroup: TagGroup = {
  group_id: 'etGeneratedLevel',
  group_name: '客户等级',
  create_time: generatedTime,
  order: 0,
  tags: tagNames.map((name, index) => ({
    id: generatedTagIds[index] ?? '',
    name,
    create_time: generatedTime,
    order: 0,
  })),
}
