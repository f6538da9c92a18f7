import { useEffect, useState } from 'react'
import type { InputOf } from '#shared/contract/method.ts'
import type { Prepared, sendCalls, Sent, TrustState } from '#shared/contract/send-calls.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'

type Order = InputOf<(typeof sendCalls)['bundle.prepare']>

/** What is to be sent, made and searched, then handed over. */
export function useSending() {
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [ready, setReady] = useState<{ readonly order: Order; readonly prepared: Prepared } | null>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const [busy, setBusy] = useState(false)
  const prepare = async (order: Order) => {
    setBusy(true)
    const made = await client['bundle.prepare'](order)
    setBusy(false)
    setFailure(made.ok ? null : (made.failure as AnyFailure))
    setReady(made.ok ? { order, prepared: made.value } : null)
  }
  const send = async (to: string) => {
    if (ready === null) return
    setBusy(true)
    const result = await client['bundle.send']({ ...ready.order, prepared: ready.prepared.prepared, to })
    setBusy(false)
    setFailure(result.ok ? null : (result.failure as AnyFailure))
    if (result.ok) setSent(result.value)
  }
  const change = () => {
    setReady(null)
    setFailure(null)
  }
  return { failure, prepared: ready?.prepared ?? null, sent, busy, prepare, send, change, showFailure: setFailure }
}

/** The secretariat's key, as far as this process knows one. */
export function useTrust(showFailure: (failure: AnyFailure) => void) {
  const [trust, setTrust] = useState<TrustState | null>(null)
  useEffect(() => {
    const first = async () => setTrust(await readTrust())
    void first()
  }, [])
  const makeKey = async () => {
    const made = await writeWith('trust.makeKey', {})
    if (made.ok) setTrust(await readTrust())
    else showFailure(made.failure)
  }
  return { trust, makeKey }
}

async function readTrust(): Promise<TrustState | null> {
  const state = await client['trust.state']({})
  return state.ok ? state.value : null
}
