import { createTheme, type CSSVariablesResolver } from '@mantine/core'

const OURS = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-2)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-2)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--surface-2)',
  '--mantine-color-disabled-color': 'var(--text-2)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--accent)',
}

/** Mantine draws with our tokens, in both themes. */
export const ourVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-radius-default': 'var(--radius-control)' },
  light: OURS,
  dark: OURS,
})

/** What Mantine needs once for all for no accessibility test to fail; `close` names every closing cross. */
export const createOurTheme = (close: string) =>
  createTheme({
    fontFamily: 'var(--font)',
    lineHeights: { md: '1.45' },
    primaryColor: 'accent',
    primaryShade: { light: 7, dark: 4 },
    autoContrast: true,
    respectReducedMotion: true,
    colors: {
      accent: [
        '#EDF4FC',
        '#D9E8F8',
        '#B5D2F1',
        '#8FBBEA',
        '#7DB7F5',
        '#4A8FD6',
        '#2E74BE',
        '#1F5FA8',
        '#194E8B',
        '#123B6B',
      ],
    },
    components: {
      CloseButton: { defaultProps: { 'aria-label': close, size: 28 } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
      Portal: { defaultProps: { target: '#overlays' } },
      Menu: { defaultProps: { withInitialFocusPlaceholder: false, position: 'bottom-end', offset: 4 } },
      Popover: { defaultProps: { offset: 4 } },
      Modal: { defaultProps: { transitionProps: { duration: 0 }, radius: 'var(--radius-card)' } },
      Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
      Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: false }, openDelay: 400 } },
    },
  })
