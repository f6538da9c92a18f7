import { DirectionProvider, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createOurTheme, ourVariables } from './theme.ts'

export interface UiProviderProps {
  children: ReactNode
  /** What lets the styles of this page load pass its content security policy. */
  nonce: string
  colours?: 'auto' | 'light' | 'dark'
}

/** What every component of this folder stands on. Whatever floats lies in a labelled region, after the page. */
export function UiProvider({ children, nonce, colours = 'auto' }: UiProviderProps) {
  const { t } = useTranslation()
  const close = t('close')
  const theme = useMemo(() => createOurTheme(close), [close])
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={ourVariables}
        getStyleNonce={() => nonce}
        {...(colours === 'auto' ? { defaultColorScheme: colours } : { forceColorScheme: colours })}
      >
        {children}
        <section id="overlays" aria-label={t('region.overlays')} />
        <section aria-label={t('region.notifications')}>
          <Notifications position="top-center" withinPortal={false} containerWidth={480} />
        </section>
      </MantineProvider>
    </DirectionProvider>
  )
}
