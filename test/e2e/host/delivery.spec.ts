import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerOpenDialog, answerSaveDialog, expect, send, test } from '../fixtures.ts'

interface Reply<Value> {
  readonly ok: boolean
  readonly value: Value
}

const ORDER = { kind: 'complete', audience: 'section' }

test('a file is made by a worker, handed over by the save dialog, and read again by a worker', async ({
  app,
  page,
  userData,
}) => {
  await send(page, 'consultation.sample')
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  expect(await send(page, 'bundle.send', ORDER)).toEqual({ ok: true, value: null })

  const path = join(userData, 'Mes contributions.rapx')
  await answerSaveDialog(app, path)
  const sent = (await send(page, 'bundle.send', ORDER)) as Reply<{ readonly name: string }>
  expect(sent).toMatchObject({ ok: true, value: { name: 'Mes contributions.rapx' } })
  expect(JSON.stringify(sent)).not.toContain(userData)
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
  expect((await readdir(userData)).filter((name) => name.endsWith('.part'))).toEqual([])

  await answerOpenDialog(app, [path])
  const chosen = (await send(page, 'file.choose', { purpose: 'bundle', many: false })) as Reply<{ token: string }[]>
  const files = chosen.value.map(({ token }) => token)
  const preview = (await send(page, 'bundle.preview', { files, job: 'preview' })) as Reply<unknown>
  expect(preview.ok).toBe(true)
  const utilities = (): Promise<number> =>
    app.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Utility').length)
  await expect.poll(utilities).toBe(0)
})
