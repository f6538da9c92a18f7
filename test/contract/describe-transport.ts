import { beforeAll, describe, expect, it } from 'vitest'
import type { Send } from '#shared/contract/method.ts'
import { aFolderFor } from '../electron/cli/command-line.ts'

/** A call of the contract, by its name. */
export interface Call {
  readonly method: string
  readonly input: unknown
}

/** A way of reaching the node side, and calls whose fate is known. */
export interface Transport {
  readonly send: Send
  /** Answers, and how. */
  readonly known: Call & { readonly value: unknown }
  /** Has a handler that finds something to refuse. */
  readonly refused: Call & { readonly type: string }
  readonly unknown: Call
  readonly invalid: Call & { readonly type: string }
  /** Meets a defect of the program. */
  readonly broken: Call & { readonly send: Send }
}

/** The promises that every transport of the contract keeps; `open` gets a folder of its own. */
export function describeTransport(name: string, open: (folder: string) => Promise<Transport>): void {
  describe(name, () => {
    const folder = aFolderFor('transport-')
    let transport: Transport
    const answers = new Map<string, unknown>()

    beforeAll(async () => {
      transport = await open(folder())
      const { send, broken } = transport
      for (const key of ['known', 'refused', 'unknown', 'invalid'] as const) {
        answers.set(key, await send(transport[key].method, transport[key].input))
      }
      answers.set('broken', await broken.send(broken.method, broken.input))
    })

    it('answers a call', () => {
      expect(answers.get('known')).toMatchObject({ ok: true, value: transport.known.value })
    })

    it('brings back what a handler refuses, with its reason', () => {
      expect(answers.get('refused')).toMatchObject({ ok: false, failure: { type: transport.refused.type } })
    })

    it('refuses a call that does not exist, and names it', () => {
      const failure = (answers.get('unknown') as { failure: Readonly<Record<string, unknown>> }).failure
      expect(failure['type']).toMatch(/^Unknown/)
      expect(Object.values(failure)).toContain(transport.unknown.method)
    })

    it('refuses an input that the call cannot take', () => {
      expect(answers.get('invalid')).toMatchObject({ ok: false, failure: { type: transport.invalid.type } })
    })

    it('turns a defect into a failure that names the call', () => {
      expect(answers.get('broken')).toMatchObject({
        ok: false,
        failure: { type: 'Unexpected', method: transport.broken.method },
      })
    })

    it('carries plain data only: an answer loses nothing in a copy or in JSON', () => {
      for (const answer of answers.values()) {
        expect(structuredClone(answer)).toStrictEqual(answer)
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer)
      }
    })
  })
}
