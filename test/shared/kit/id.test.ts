import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivedId, isRecordId, newId, toBase64Url } from '#shared/kit/id.ts'
import { seededRandom, sha256 } from '../../build/author.ts'
import { law } from '../../build/law.ts'

describe('An id', () => {
  law('is written as every base64url writer does', fc.uint8Array({ maxLength: 40 }), (bytes) => {
    expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
  })

  it('has the shape of a record’s, new or derived', () => {
    expect(isRecordId(newId(seededRandom('x')))).toBe(true)
    expect(isRecordId(derivedId(sha256, 'a', 'b'))).toBe(true)
    expect(isRecordId('Awa Diop')).toBe(false)
  })

  it('derived from words is the same for the same words only, wherever they are cut', () => {
    expect(derivedId(sha256, 'ab', 'c')).toBe(derivedId(sha256, 'ab', 'c'))
    expect(derivedId(sha256, 'ab', 'c')).not.toBe(derivedId(sha256, 'a', 'bc'))
  })
})
