import { describe, expect, it } from 'vitest'
import { composeArchives } from '#node/compose-archives.ts'
import { pageHandlers } from '#node/handlers/handlers.ts'
import type { Desk } from '#node/workspace/desk.ts'
import { archiveContract } from '#shared/contract/archive-contract.ts'
import { contract } from '#shared/contract/contract.ts'
import { jobsHere } from '../build/desktop.ts'

describe('every call of a contract', () => {
  it('of the page has a handler, and nothing else has', () => {
    // Nothing is called, so that a desk with nothing on it will do.
    const handlers = pageHandlers({} as Desk, () => {})
    expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(contract).toSorted())
  })

  it('of the command line has a handler, and nothing else has', () => {
    const handlers = composeArchives(jobsHere, () => {})
    expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(archiveContract).toSorted())
  })
})
