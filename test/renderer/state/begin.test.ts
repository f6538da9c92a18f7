import { describe, expect, it } from 'vitest'
import { begin, useNotBegun } from '../../../renderer/state/begin.ts'
import { closeWorkspace, usePage } from '../../../renderer/state/workspace-store.ts'
import { done } from '../../build/desktop.ts'
import { aPage } from './a-page.ts'

const page = aPage()

describe('where the program begins', () => {
  it('is the consultation that was open last, once one has a role', async () => {
    closeWorkspace()
    await begin()
    expect(usePage.getState().workspace).toBeNull()
    done(await page.desktop.client['settings.save']({ role: 'section' }))
    await begin()
    expect(usePage.getState().workspace?.consultation).toBe(usePage.getState().app?.current)
    expect(useNotBegun.getState().failure).toBeNull()
  })

  it('is the first screen, with the reason, when that one cannot be opened; and one can try again', async () => {
    done(await page.desktop.client['settings.save']({ role: 'section' }))
    closeWorkspace()
    const { send } = page
    page.send = async (method, input) =>
      method === 'consultation.open'
        ? { ok: false, failure: { type: 'NotSaved', code: 'EACCES' } }
        : send(method, input)
    await begin()
    expect(usePage.getState().workspace).toBeNull()
    expect(useNotBegun.getState().failure).toMatchObject({ type: 'NotSaved', code: 'EACCES' })
    page.send = send
    await begin()
    expect(usePage.getState().workspace).not.toBeNull()
    expect(useNotBegun.getState().failure).toBeNull()
  })
})
