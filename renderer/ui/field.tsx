import { NumberInput, PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface FieldProps<Value> {
  label: ReactNode
  value: Value
  onChange: (value: Value) => void
  hint?: ReactNode
  /** What is wrong and how to mend it; read out with the field. */
  error?: ReactNode
  placeholder?: string
  disabled?: boolean
  required?: boolean
  /** Takes the focus when its dialog opens. */
  first?: boolean
}

export interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'search' | 'date' | 'time' | 'email'
  icon?: ReactNode
  /** Id of a `datalist` whose words are proposed. */
  list?: string
}

const common = <Value,>({ value: _value, onChange: _onChange, hint, first, ...rest }: FieldProps<Value>) => ({
  ...rest,
  description: hint,
  /** On the very element that holds the words: Mantine would put `dir` around it, where it has no effect. */
  attributes: { input: { dir: 'auto', ...(first && { 'data-autofocus': true }) } },
})

export function TextField(props: TextFieldProps) {
  const { icon, type = 'text', ...field } = props
  const change = (event: { currentTarget: HTMLInputElement }) => props.onChange(event.currentTarget.value)
  return <TextInput {...common(field)} type={type} leftSection={icon} value={props.value} onChange={change} />
}

/** Words that are not shown unless the person asks. */
export function PasswordField(field: FieldProps<string>) {
  const { t } = useTranslation()
  const change = (event: { currentTarget: HTMLInputElement }) => field.onChange(event.currentTarget.value)
  return (
    <PasswordInput
      {...common(field)}
      value={field.value}
      onChange={change}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
    />
  )
}

export interface TextAreaProps extends FieldProps<string> {
  rows?: number
}

export function TextArea({ rows = 3, ...field }: TextAreaProps) {
  const change = (event: { currentTarget: HTMLTextAreaElement }) => field.onChange(event.currentTarget.value)
  return <Textarea {...common(field)} rows={rows} value={field.value} onChange={change} />
}

export interface Choice<Value extends string = string> {
  value: Value
  label: string
  disabled?: boolean
}

export interface SelectFieldProps extends FieldProps<string | null> {
  choices: readonly Choice[]
  /** Letters typed in the field narrow the list. */
  searchable?: boolean
  /** Whether choosing nothing is an answer. */
  clearable?: boolean
  /** Drawn before the label of each choice. */
  iconOf?: (value: string) => ReactNode
}

export function SelectField({ choices, searchable = false, clearable = false, iconOf, ...field }: SelectFieldProps) {
  const { t } = useTranslation()
  return (
    <Select
      {...common(field)}
      data={[...choices]}
      value={field.value}
      onChange={field.onChange}
      searchable={searchable}
      clearable={clearable}
      allowDeselect={clearable}
      nothingFoundMessage={t('nothingFound')}
      leftSection={field.value !== null && iconOf?.(field.value)}
      renderOption={({ option }) => (
        <span className="row">
          {iconOf?.(option.value)}
          <bdi>{option.label}</bdi>
        </span>
      )}
    />
  )
}

export interface NumberFieldProps extends FieldProps<number | null> {
  min?: number
  max?: number
}

export function NumberField({ min, max, ...field }: NumberFieldProps) {
  const change = (value: string | number) => field.onChange(typeof value === 'number' ? value : null)
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  return <NumberInput {...common(field)} {...bounds} allowDecimal={false} value={field.value ?? ''} onChange={change} />
}
