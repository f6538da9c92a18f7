import type * as z from 'zod'
import type { Result } from '../kit/result.ts'

/** `input` is checked at run time; the reply types exist only for the compiler. */
export interface Method<Input extends z.ZodType = z.ZodType, Output = unknown, Failure = unknown> {
  readonly input: Input
  readonly reply?: Result<Output, Failure>
}

/** Declares a call: `method<Output, Failure>()(inputSchema)`. */
export const method =
  <Output, Failure = never>() =>
  <Input extends z.ZodType>(input: Input): Method<Input, Output, Failure> => ({ input })

export type Contract = Readonly<Record<string, Method>>
export type InputOf<M extends Method> = z.infer<M['input']>
export type OutputOf<M> = M extends Method<z.ZodType, infer Output> ? Output : never
export type FailureOf<M> = M extends Method<z.ZodType, unknown, infer Failure> ? Failure : never

/** Failures that any call may meet. */
export type CallFailure =
  | { readonly type: 'UnknownMethod'; readonly method: string }
  | { readonly type: 'InvalidInput'; readonly method: string; readonly message: string }
  /** A defect; the log has it under this number. */
  | { readonly type: 'Unexpected'; readonly method: string; readonly message: string }

/** One function per call: what the node side provides. */
export type Handlers<C extends Contract> = {
  readonly [M in keyof C]: (input: InputOf<C[M]>) => Promise<Result<OutputOf<C[M]>, FailureOf<C[M]>>>
}
/** The same functions as a host calls them, over whatever wire. */
export type Client<C extends Contract> = {
  readonly [M in keyof C]: (input: InputOf<C[M]>) => Promise<Result<OutputOf<C[M]>, FailureOf<C[M]> | CallFailure>>
}
/** A wire: carries a name and plain data, brings a result back. */
export type Send = (method: string, input: unknown) => Promise<unknown>
