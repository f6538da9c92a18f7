import type { utilityProcess as electronUtilityProcess } from 'electron'

export declare function utilityProcess(isReady: () => boolean): Pick<typeof electronUtilityProcess, 'fork'>
