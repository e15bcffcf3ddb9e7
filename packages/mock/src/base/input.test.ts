import { expect, test } from 'vitest'
import { nearest } from './input.ts'

test('the nearest first, and three of them', () => {
  const words = ['listContacts', 'getContact', 'getContactWay', 'markTags', 'sendWelcomeMessage']

  expect(nearest('getContcat', words)).toEqual(['getContact', 'getContactWay', 'listContacts'])
  expect(nearest('MARKTAG', words)[0]).toBe('markTags')
  expect(nearest('getContact', ['getContact'])).toEqual(['getContact'])
})
